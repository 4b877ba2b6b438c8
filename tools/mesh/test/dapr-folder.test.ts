import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { ROOT } from "../src/machine/place.ts";

// A sidecar passes over what it does not know, and goes on without a policy it cannot read:
// a slip of the pen in these files would be silent. Here it is not.
const DAPR = join(ROOT, "dapr");
const documents = (folder: string) =>
  readdirSync(join(DAPR, folder))
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => [file, parse(readFileSync(join(DAPR, folder, file), "utf8"))] as const);

const Header = {
  apiVersion: z.literal("dapr.io/v1alpha1"),
  metadata: z.strictObject({ name: z.string() }),
};
const Value = { name: z.string(), value: z.string().optional(), envRef: z.string().optional() };
const SecretKeyRef = z.strictObject({ name: z.string(), key: z.string() });

/** The settings that each kind of component knows, as far as we use them. */
const SETTINGS: Record<string, readonly string[]> = {
  "pubsub.kafka":
    "brokers authType saslMechanism saslUsername saslPassword disableTls version consumerGroup initialOffset sessionTimeout heartbeatInterval protectedTopics publishingScopes subscriptionScopes".split(
      " ",
    ),
  "state.postgresql": ["connectionString", "timeout", "maxConns"],
  "state.sqlite": ["connectionString", "busyTimeout"],
  "state.redis": ["redisHost", "redisPassword"],
  "secretstores.local.file": ["secretsFile"],
};

const Component = z.strictObject({
  ...Header,
  kind: z.literal("Component"),
  spec: z
    .strictObject({
      type: z.string(),
      version: z.enum(["v1", "v2"]),
      metadata: z.array(z.strictObject({ ...Value, secretKeyRef: SecretKeyRef.optional() })),
    })
    .refine(({ type, metadata }) => metadata.every(({ name }) => SETTINGS[type]?.includes(name))),
  auth: z.strictObject({ secretStore: z.literal("secretstore") }).optional(),
  scopes: z.array(z.enum(["chat-api", "reminder-service", "notification-service"])).optional(),
});

const Duration = z.string().regex(/^\d+(ms|s|m)$/);
const Retry = z.strictObject({
  policy: z.literal("constant"),
  duration: Duration,
  maxRetries: z.int().min(-1),
});
const Resiliency = z.strictObject({
  ...Header,
  kind: z.literal("Resiliency"),
  spec: z.strictObject({
    policies: z.strictObject({ retries: z.record(z.string(), Retry) }),
    targets: z.strictObject({
      components: z.record(
        z.string(),
        z.strictObject({ inbound: z.strictObject({ retry: z.string() }) }),
      ),
    }),
  }),
});

const components = documents("components").filter(([file]) => file !== "resiliency.yaml");
const resiliency = Resiliency.safeParse(
  Object.fromEntries(documents("components"))["resiliency.yaml"],
);

test.each([...components, ...documents("alternatives")])(
  "%s says nothing that its component does not know",
  (_, document) => {
    expect(Component.safeParse(document).error).toBeUndefined();
  },
);

test("each file of components has the name of its component, and an alternative that of what it replaces", () => {
  const names = [...components, ...documents("alternatives")].map(([file, document]) => [
    file,
    Component.parse(document).metadata.name,
  ]);
  expect(Object.fromEntries(names)).toEqual({
    "pubsub.yaml": "pubsub",
    "pubsub-broadcast.yaml": "pubsub-broadcast",
    "secretstore.yaml": "secretstore",
    "statestore.yaml": "statestore",
    "statestore-sqlite.yaml": "statestore",
    "statestore-redis.yaml": "statestore",
  });
});

test("resiliency.yaml is one that Dapr can read, to the last field", () => {
  expect(resiliency.error).toBeUndefined();
});

test("every policy that a target names stands, and every target is a component", () => {
  const { policies, targets } = Resiliency.parse(resiliency.data).spec;
  const names = components.map(([, document]) => Component.parse(document).metadata.name);
  for (const [component, { inbound }] of Object.entries(targets.components)) {
    expect(names).toContain(component);
    expect(Object.keys(policies.retries)).toContain(inbound.retry);
  }
});

test("what a service cannot take in now is offered again for ever", () => {
  const { policies, targets } = Resiliency.parse(resiliency.data).spec;
  const retry = targets.components["pubsub"]?.inbound.retry ?? "";
  expect(policies.retries[retry]).toEqual({ policy: "constant", duration: "1s", maxRetries: -1 });
});
