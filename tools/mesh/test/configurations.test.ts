import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { chartFile } from "../src/plan/chart-file.ts";
import { scopedComponent } from "../src/plan/scopes.ts";
import { configurationOf } from "../src/plan/configuration.ts";
import { scopedComponents, serviceConfigurations } from "../src/plan/configuration-files.ts";

const COMMON = `
metadata: { name: common }
spec: { secrets: { scopes: [{ storeName: secretstore, defaultAccess: deny }] } }`;

const Policy = z.object({
  appId: z.string(),
  defaultAction: z.string(),
  operations: z
    .array(z.object({ name: z.string(), httpVerb: z.array(z.string()), action: z.string() }))
    .optional(),
});
const Made = z.object({
  spec: z.object({
    secrets: z.object({
      scopes: z.array(
        z.object({
          defaultAccess: z.literal("deny"),
          allowedSecrets: z.array(z.string()).optional(),
        }),
      ),
    }),
    accessControl: z.object({ defaultAction: z.literal("deny"), policies: z.array(Policy) }),
  }),
});
const made = (text: string) => Made.parse(parse(text)).spec;

const files = [...serviceConfigurations()].map(
  ([file, text]) => [basename(file, ".yaml"), file, text] as const,
);

test.each(files)("the file of %s is what `pnpm configurations` makes", (_, file, text) => {
  expect(readFileSync(file, "utf8")).toBe(text);
});

test.each([...scopedComponents()])("the topics of %s are those of the tables", (file, text) => {
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("the chart has the components, the rights and the topics of dapr/", () => {
  const [file, text] = chartFile();
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("nothing of one place gets into the chart: no broker, no secret, no way to sign in", () => {
  const [, text] = chartFile();
  expect(text).not.toMatch(/brokers|secretKeyRef|sasl|authType|disableTls|connectionString|127\.0/);
});

const Scoped = z.object({
  scopes: z.array(z.string()).optional(),
  spec: z.object({
    metadata: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })),
  }),
});
const TOPIC_RIGHTS = /^(?:protectedTopics|publishingScopes|subscriptionScopes)$/;
function topicRights(text: string) {
  const { scopes, spec } = Scoped.parse(parse(text));
  const rights = spec.metadata.filter(({ name }) => TOPIC_RIGHTS.test(name));
  return { scopes, ...Object.fromEntries(rights.map(({ name, value }) => [name, value])) };
}
const BEFORE =
  "# kept\nspec:\n  metadata:\n    - name: publishingScopes\n      value: stranger=todo.tasks.events\n";

test("a service publishes its own topics and what it refuses, hears what it listens to, and nobody else does", () => {
  const text = scopedComponent(BEFORE, "pubsub");
  expect(text).toContain("# kept");
  expect(topicRights(text)).toEqual({
    scopes: undefined,
    protectedTopics: ["tasks", "people", "chat", "reminders", "notifications"]
      .flatMap((one) => [`todo.${one}.events`, `todo.${one}.events.dlq`])
      .join(","),
    publishingScopes: [
      "chat-api=todo.tasks.events,todo.people.events,todo.chat.events",
      "reminder-service=todo.reminders.events,todo.tasks.events.dlq,todo.people.events.dlq",
      "notification-service=todo.notifications.events,todo.reminders.events.dlq,todo.people.events.dlq,todo.tasks.events.dlq",
    ].join(";"),
    subscriptionScopes:
      "reminder-service=todo.tasks.events,todo.people.events;notification-service=todo.reminders.events,todo.people.events,todo.tasks.events",
  });
});

test("what is broadcast is heard by chat-api alone, and nobody publishes there", () => {
  const text = scopedComponent(
    "spec: { metadata: [] }\nscopes: [reminder-service]",
    "pubsub-broadcast",
  );
  expect(topicRights(text)).toMatchObject({
    scopes: ["chat-api"],
    subscriptionScopes:
      "chat-api=todo.tasks.events,todo.people.events,todo.chat.events,todo.notifications.events",
  });
  expect(topicRights(text)).not.toHaveProperty("publishingScopes");
});

test("an app of a test has the topics that it names", () => {
  const app = {
    appId: "probe",
    publishes: ["todo.tasks.events"],
    subscribes: ["todo.reminders.events"],
  };
  expect(topicRights(scopedComponent(BEFORE, "pubsub", [app]))).toMatchObject({
    publishingScopes: expect.stringContaining("probe=todo.tasks.events,todo.reminders.events.dlq"),
    subscriptionScopes: expect.stringContaining("probe=todo.reminders.events"),
  });
});

test("there is no file of a service that is none", () => {
  const [first] = files;
  expect(readdirSync(dirname(first?.[1] ?? "")).toSorted()).toEqual(
    files.map(([name]) => `${name}.yaml`).toSorted(),
  );
});

test("each service is called by those of the table alone, and each reads no secret but its own", () => {
  const rights = Object.fromEntries(
    files.map(([name, , text]) => {
      const { secrets, accessControl } = made(text);
      const calls = accessControl.policies.map(({ appId, defaultAction, operations = [] }) => [
        appId,
        defaultAction,
        ...operations.map((one) => `${one.action} ${one.httpVerb.join()} ${one.name}`),
      ]);
      return [name, [secrets.scopes.flatMap((one) => one.allowedSecrets ?? []), calls]];
    }),
  );
  expect(rights).toEqual({
    "chat-api": [
      ["auth-dev-secret", "model-api-key"],
      [["reminder-service", "deny", "allow POST /tasks/standing"]],
    ],
    "notification-service": [[], [["chat-api", "deny", "allow GET,POST /inbox/**"]]],
    "reminder-service": [
      ["ops-token"],
      [["chat-api", "deny", "allow GET /reminders/**", "allow GET /own-data/**"]],
    ],
  });
});

test("an app of a test is called by nobody and reads nothing, unless it says so", () => {
  expect(made(configurationOf({ appId: "probe" }, COMMON)).accessControl.policies).toEqual([]);
  const open = made(configurationOf({ appId: "x", secrets: ["s"], callers: ["y"] }, COMMON));
  expect(open.accessControl.policies).toMatchObject([{ appId: "y", defaultAction: "allow" }]);
  expect(open.secrets.scopes[0]?.allowedSecrets).toEqual(["s"]);
});
