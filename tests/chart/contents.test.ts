import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { CHART } from "@todo-mesh/chart";
import { SERVICES } from "@todo-mesh/contracts";
import { TOPICS } from "@todo-mesh/contracts/events";
import { parse } from "yaml";
import { z } from "zod";
import { type Manifest, manifests, PROFILES, template } from "./helm.ts";

const ROOT = join(CHART, "..", "..");

const Container = z.looseObject({
  name: z.string(),
  image: z.string(),
  env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).default([]),
});
const Pod = z.looseObject({
  metadata: z.looseObject({ annotations: z.record(z.string(), z.string()).optional() }).optional(),
  spec: z.looseObject({ containers: z.array(Container) }),
});
const Workload = z.looseObject({ spec: z.looseObject({ template: Pod }) });

const podOf = (one: Manifest) =>
  one.kind === "Pod" ? Pod.parse(one) : Workload.parse(one).spec.template;
const podsOf = (all: readonly Manifest[]) =>
  all.filter(({ kind }) => ["Deployment", "Job", "Pod"].includes(kind)).map(podOf);
const ofKind = (all: readonly Manifest[], kind: string) => all.filter((one) => one.kind === kind);
const named = (all: readonly Manifest[], kind: string) =>
  ofKind(all, kind).map(({ metadata }) => metadata.name);

test.each(PROFILES)("%s: every pod may run where restricted is enforced", async (profile) => {
  const pods = podsOf(await manifests({ profile }));
  expect(pods.length).toBeGreaterThan(3);
  for (const { spec } of pods) {
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 65532,
        seccompProfile: { type: "RuntimeDefault" },
      },
    });
    for (const container of spec.containers)
      expect(container).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        },
        image: expect.not.stringMatching(/:latest$|^[^:@]+$/),
        resources: { requests: expect.anything(), limits: { memory: expect.anything() } },
      });
  }
});

test.each(PROFILES)("%s: a secret is a reference, and the chart makes none", async (profile) => {
  const all = await manifests({ profile });
  expect(named(all, "Secret")).toEqual([]);
  const said = podsOf(all).flatMap(({ spec }) => spec.containers.flatMap(({ env }) => env));
  const hidden = said.filter(({ name }) => /TOKEN$|PASSWORD|CLIENT_SECRET|PRIVATE_KEY/.test(name));
  expect(hidden.length).toBeGreaterThan(3);
  for (const one of hidden)
    expect(one).toEqual({ name: one.name, valueFrom: { secretKeyRef: expect.anything() } });
});

const selector = (component: string) => ({
  matchLabels: {
    "app.kubernetes.io/name": "todo-mesh",
    "app.kubernetes.io/instance": "todo",
    "app.kubernetes.io/component": component,
  },
});

test("selectors are those of the first version: no upgrade could change them", async () => {
  const all = ofKind(await manifests(), "Deployment");
  const selectors = all.map(({ metadata, spec }) => [
    metadata.name,
    z.looseObject({ selector: z.unknown() }).parse(spec).selector,
  ]);
  expect(Object.fromEntries(selectors)).toEqual(
    Object.fromEntries(SERVICES.map((service) => [`todo-todo-mesh-${service}`, selector(service)])),
  );
});

test("a long name of a release makes no name that is too long, and no two that are the same", async () => {
  const all = await manifests({ profile: "everything", release: "r".repeat(53) });
  const names = all.map(({ kind, metadata: { name } }) => `${kind}/${name}`);
  expect(Math.max(...all.map(({ metadata }) => metadata.name.length))).toBeLessThanOrEqual(63);
  expect(names).toEqual([...new Set(names)]);
});

test("everything is in the namespace of the release", async () => {
  const all = await manifests({ profile: "everything" });
  expect(all.filter(({ metadata }) => metadata.namespace !== "here")).toEqual([]);
});

test("whatever a service or a sidecar is told of stands: components, configurations, targets", async () => {
  const all = await manifests();
  const components = named(all, "Component");
  for (const { metadata, spec } of podsOf(ofKind(all, "Deployment"))) {
    const told = spec.containers
      .flatMap(({ env }) => env)
      .filter(({ name }) => /^(?:PUBSUB|STATE_STORE|SECRET_STORE).*NAME$/.test(name));
    expect(told).toHaveLength(4);
    for (const { value } of told) expect(components).toContain(value);
    expect(named(all, "Configuration")).toContain(metadata?.annotations?.["dapr.io/config"]);
  }
  const [resiliency] = ofKind(all, "Resiliency");
  const Targets = z.object({
    spec: z.object({ targets: z.object({ components: z.record(z.string(), z.unknown()) }) }),
  });
  for (const target of Object.keys(Targets.parse(resiliency).spec.targets.components))
    expect(components).toContain(target);
});

const Rights = z.object({
  spec: z.object({
    accessControl: z.unknown(),
    api: z.unknown(),
    secrets: z.object({
      scopes: z.array(z.looseObject({ allowedSecrets: z.array(z.string()).optional() })),
    }),
  }),
});

test.each([...SERVICES])(
  "%s may be called, and may read, what dapr/ says of it, in the namespace of the release",
  async (service) => {
    const all = ofKind(await manifests(), "Configuration");
    const ours = Rights.parse(all.find(({ metadata }) => metadata.name.endsWith(service))).spec;
    const file = readFileSync(join(ROOT, "dapr", "configurations", `${service}.yaml`), "utf8");
    const { accessControl, api, secrets } = Rights.parse(
      parse(file.replaceAll("namespace: default", "namespace: here")),
    ).spec;
    expect(ours).toMatchObject({ accessControl, api });
    expect(ours.secrets.scopes[0]?.allowedSecrets).toEqual(secrets.scopes[0]?.allowedSecrets ?? []);
  },
);

test("the replicas are nobody's but the autoscaler's where there is one", async () => {
  const all = ofKind(await manifests({ profile: "autoscaling" }), "Deployment");
  expect(all.map(({ spec }) => Object.hasOwn(Object(spec), "replicas"))).toEqual([
    false,
    false,
    false,
  ]);
});

test("large numbers are said as they are written", async () => {
  const { text } = await template({ profile: "everything" });
  expect(text).toContain('{ name: RATE_LIMIT_PER_MINUTE, value: "3000000" }');
});

test("whoever makes topics by hand is given all their names", () => {
  const manual = readFileSync(join(ROOT, "docs", "install.md"), "utf8");
  const topics = TOPICS.filter((topic) => !topic.endsWith(".dlq"));
  expect(topics.length).toBeGreaterThan(3);
  for (const topic of topics) expect(manual).toContain(`\`${topic}\``);
});

const Alerts = z.array(z.object({ expr: z.string(), runbook: z.string() }));

test("each alert has a page of the manual", () => {
  const alerts = Alerts.parse(parse(readFileSync(join(CHART, "files", "alerts.yaml"), "utf8")));
  const headings = [
    ...readFileSync(join(ROOT, "docs", "install.md"), "utf8").matchAll(/^#+ (.*)$/gm),
  ];
  const anchors = headings.map(([, heading = ""]) => heading.toLowerCase().replaceAll(" ", "-"));
  expect(alerts.length).toBeGreaterThan(4);
  for (const { runbook } of alerts) expect(anchors).toContain(runbook);
});
