import { expect, test } from "@jest/globals";
import { HELMS, template } from "./helm.ts";

/** What is said wrongly, and the sentence that it ends with. */
const REFUSED: readonly (readonly [why: string, sets: readonly string[], sentence: string])[] = [
  ["no broker", ["kafka.brokers=[]"], "kafka.brokers is empty: name the brokers"],
  ["no user of Kafka", ['kafka.sasl.existingSecret=""'], "kafka.sasl.existingSecret is empty"],
  ["a certificate beside a password", ['kafka.tls.certificateSecret="c"'], "contradict each other"],
  ["no database", ['postgresql.existingSecret=""'], "postgresql.existingSecret is empty"],
  [
    "no provider to sign in with",
    ['auth.oidc.issuer=""'],
    "auth.oidc.issuer and auth.oidc.audience are needed",
  ],
  [
    "signing anybody in behind a door",
    [
      'auth.mode="dev"',
      'auth.dev.existingSecret="s"',
      "ingress.enabled=true",
      'ingress.hosts=["a"]',
    ],
    "auth.mode=dev signs anybody in, so it has no public door",
  ],
  [
    "signing anybody in by a LoadBalancer",
    ['auth.mode="dev"', 'auth.dev.existingSecret="s"', 'service.type="LoadBalancer"'],
    "auth.mode=dev signs anybody in",
  ],
  ["signing in without a secret", ['auth.mode="dev"'], "auth.dev.existingSecret is empty"],
  [
    "two secrets for one sidecar",
    ['auth.mode="dev"', 'auth.dev.existingSecret="s"', 'model.existingSecret="m"'],
    "model.existingSecret cannot be given with auth.mode=dev",
  ],
  [
    "a model without a name",
    ['model.baseUrl="https://m.example.org/v1"'],
    "model.baseUrl and model.name belong together",
  ],
  ["an Ingress without a host", ["ingress.enabled=true"], "ingress.hosts is empty"],
  ["a route without a gateway", ["httpRoute.enabled=true"], "httpRoute.parentRefs is empty"],
  ["a test without an endpoint", ['tests.clientSecret="c"'], "tests.tokenUrl is empty"],
  [
    "a service without a token",
    ['defaults.appApiTokenSecret=""'],
    "chatApi.appApiTokenSecret is empty",
  ],
  [
    "an image of no version",
    ['reminderService.image.tag="latest"'],
    "reminderService.image.tag is `latest`",
  ],
  [
    "two that set the replicas",
    ["reminderService.autoscaling.enabled=true", "reminderService.keda.enabled=true"],
    "reminderService has both autoscaling.enabled and keda.enabled",
  ],
  [
    "chat-api by a lag that it has not",
    ["chatApi.keda.enabled=true"],
    "chatApi.keda.enabled has nothing to measure",
  ],
  [
    "one replica that may never be away",
    ["chatApi.replicas=1"],
    "chatApi has one replica and a PodDisruptionBudget",
  ],
  [
    "a migration from nowhere",
    ["migration.enabled=true", 'migration.existingClaim="c"'],
    "migration.existingSecret is empty: name the Secret",
  ],
  [
    "a backup that nobody keeps",
    ["migration.enabled=true", 'migration.existingSecret="s"'],
    "migration.existingClaim is empty: name the PersistentVolumeClaim",
  ],
  [
    "a migration that would never end",
    [
      "migration.enabled=true",
      'migration.existingSecret="s"',
      'migration.existingClaim="c"',
      "dapr.nativeSidecar=false",
    ],
    "migration.enabled wants dapr.nativeSidecar",
  ],
  [
    "less time to end than it takes",
    ["chatApi.terminationGracePeriodSeconds=60"],
    "chatApi.terminationGracePeriodSeconds is too short",
  ],
];

/** What the schema does not take, and what it names. */
const UNKNOWN: readonly (readonly [why: string, sets: readonly string[], named: string])[] = [
  ["a value that there is not", ['kafka.broker="a:1"'], "broker"],
  ["a slip in the block of a service", ["chatApi.replica=3"], "replica"],
  ["a broker without a port", ['kafka.brokers=["kafka"]'], "brokers"],
  ["a number of replicas that is none", ['defaults.replicas="two"'], "replicas"],
  ["a level that there is not", ['defaults.logLevel="loud"'], "logLevel"],
  ["memory that is no quantity", ['defaults.sidecar.limits.memory="lots"'], "memory"],
  ["a setting that the chart itself makes", ['chatApi.env={"MESH_PORT":"1"}'], "MESH_PORT"],
  ["an address that is none", ['auth.oidc.issuer="id.example.org"'], "issuer"],
  ["a digest that is none", ['chatApi.image.digest="sha256:1"'], "digest"],
  ["a task of the migration that there is not", ['migration.task="drop"'], "task"],
  ["a folder outside of the volume", ['migration.folder="../else"'], "folder"],
  ["the name of no Secret", ['postgresql.existingSecret="Not A Name"'], "existingSecret"],
];

const cases = HELMS.flatMap((by) => [...REFUSED, ...UNKNOWN].map((one) => [by, ...one] as const));

test.each(cases)("%s refuses %s", async (by, _, sets, sentence) => {
  const { ok, why } = await template({ sets, by });
  expect({ ok, why }).toEqual({ ok: false, why: expect.stringContaining(sentence) });
});

test("a cluster without Dapr is told so", async () => {
  const { ok, why } = await template({ has: [] });
  expect({ ok, why }).toEqual({
    ok: false,
    why: expect.stringContaining("This cluster has no Dapr"),
  });
});

const NEEDED = [
  [
    "monitoring",
    ["monitoring.serviceMonitor.enabled=true"],
    "monitoring wants the Prometheus operator",
  ],
  [
    "scaling by lag",
    ["reminderService.keda.enabled=true"],
    "reminderService.keda.enabled wants KEDA, which this cluster has not",
  ],
  [
    "a route",
    ["httpRoute.enabled=true", 'httpRoute.parentRefs=[{"name":"door"}]'],
    "httpRoute wants the Gateway API, which this cluster has not",
  ],
] as const;

test.each(NEEDED)("%s without what makes it work is told so", async (_, sets, sentence) => {
  const { ok, why } = await template({ sets, has: ["dapr.io/v1alpha1"] });
  expect({ ok, why }).toEqual({ ok: false, why: expect.stringContaining(sentence) });
});

test("a parent chart may say what is global, and whether it wants this one", async () => {
  expect(await template({ sets: ['global.storageClass="fast"', "enabled=true"] })).toMatchObject({
    ok: true,
  });
});
