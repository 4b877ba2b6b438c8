import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import {
  createSteps,
  down,
  helm,
  isUp,
  killContainer,
  kubectl,
  until,
  up,
} from "@todo-mesh/cluster";
import { inTrial, NAMESPACE } from "./in-trial.ts";
import { machineSettings } from "./machine-settings.ts";
import {
  attempt,
  podsOf,
  remindersWhile,
  type Service,
  SERVICES,
  underLoad,
  untilRolledOut,
} from "./mesh.ts";
import { installInTrial, prepareTrial } from "./trial.ts";

// A rollout waits until pods that go have let go of all their callers, for each of three services.
jest.setTimeout(300_000);
const UP_MS = 600_000;

const ROLLOUTS = Number(process.env["CLUSTER_ROLLOUTS"] ?? 1);

const report = (line: string): void => void process.stderr.write(`${line}\n`);
const settingsBefore = machineSettings();
/** Try it on the cluster that is up, and leave it: for whoever works on the chart. */
const KEEP = process.env["CLUSTER_KEEP"] === "yes";

beforeAll(async () => {
  const step = createSteps(report);
  if (!KEEP || !isUp()) await up(report);
  await step("Kafka, PostgreSQL, provider", prepareTrial);
  await step("the mesh", installInTrial);
}, UP_MS);

afterAll(async () => {
  if (!KEEP) await down();
}, UP_MS);

test("every pod is ready, with its sidecar, where `restricted` is enforced", async () => {
  for (const service of SERVICES) {
    await untilRolledOut(service);
    const pods = await podsOf(service);
    expect(pods).toEqual([
      expect.objectContaining({ ready: true, sidecar: true }),
      expect.objectContaining({ ready: true, sidecar: true }),
    ]);
  }
});

test("a pod that is not restricted is refused there", async () => {
  const run = inTrial(["run", "root", "--image=localhost/todo-mesh/pause:1"]);
  await expect(run).rejects.toThrow(/violates PodSecurity "restricted/);
});

test("a sentence becomes a notification, by `helm test`", async () => {
  const said = await helm(["test", "todo", "--namespace", NAMESPACE, "--timeout", "2m"]);
  expect(said).toMatch(/Phase: +Succeeded/);
});

const INBOX = "/v1.0/invoke/notification-service/method/inbox/ada";
const EVENTS = "/v1.0/publish/todo-todo-mesh-pubsub/todo.tasks.events";
const SECRETS = "/v1.0/secrets/todo-todo-mesh-secretstore";

/** What a service may ask of its sidecar, and beside it what it may not: one thing is different. */
const REFUSED: readonly (readonly [
  why: string,
  allowed: readonly [Service, ...string[]],
  refused: readonly [Service, ...string[]],
])[] = [
  ["who is no caller", ["chat-api", "GET", INBOX], ["reminder-service", "GET", INBOX]],
  ["another method", ["chat-api", "GET", INBOX], ["chat-api", "DELETE", INBOX]],
  ["another route", ["chat-api", "GET", INBOX], ["chat-api", "GET", `${INBOX}/../../healthz`]],
  [
    "another's topic",
    ["chat-api", "POST", EVENTS, "{}"],
    ["notification-service", "POST", EVENTS, "{}"],
  ],
  [
    "another's secret",
    ["reminder-service", "GET", `${SECRETS}/ops-token`],
    ["chat-api", "GET", `${SECRETS}/ops-token`],
  ],
];

test.each(REFUSED)("%s is refused", async (_, [one, ...may], [other, ...mayNot]) => {
  expect((await attempt(one, may)).status).not.toBe(403);
  expect(await attempt(other, mayNot)).toMatchObject({ status: 403 });
});

describe("while people ask without a pause", () => {
  test.each(Array.from({ length: ROLLOUTS }, (_, at) => at))(
    "an upgrade loses no request, through the Service or through a sidecar (%d)",
    async (at) => {
      const { asked, failed } = await underLoad(async () =>
        installInTrial([`defaults.podAnnotations.run=upgrade-${at}`]),
      );
      report(`upgrade: ${JSON.stringify(asked)}`);
      expect(failed).toEqual([]);
    },
  );

  test("a rollback loses none", async () => {
    const { asked, failed } = await underLoad(async () => {
      await helm(["rollback", "todo", "--namespace", NAMESPACE, "--wait", "--timeout", "4m"]);
    });
    report(`rollback: ${JSON.stringify(asked)}`);
    expect(failed).toEqual([]);
  });
});

/** What may happen while reminders are due. */
const HAPPENS: readonly (readonly [string, () => Promise<void>])[] = [
  ["a pod is deleted", async () => deleteOne("reminder-service")],
  ["a sidecar is killed", async () => killSidecar("notification-service")],
  [
    "the scheduler is restarted",
    async () => restart("dapr-system", "statefulset/dapr-scheduler-server"),
  ],
  ["the broker is restarted", async () => restart(NAMESPACE, "deployment/demo-kafka")],
];

test.each(HAPPENS)("no reminder is lost, doubled or early when %s", async (what, happens) => {
  const user = what.replaceAll(" ", "-");
  const result = await remindersWhile({ user, count: 40, dueInSeconds: 20 }, happens);
  report(`${what}: the last one ${result.latestMs} ms after its time`);
  expect(result).toMatchObject({ set: 40, missing: 0, doubled: 0, early: 0 });
});

async function deleteOne(service: Service): Promise<void> {
  const [pod] = await podsOf(service);
  await inTrial(["delete", "pod", pod?.name ?? "", "--wait=false"]);
}

async function killSidecar(service: Service): Promise<void> {
  const [pod] = await podsOf(service);
  const path = '{.status.initContainerStatuses[?(@.name=="daprd")].containerID}';
  const id = await inTrial(["get", "pod", pod?.name ?? "", `--output=jsonpath=${path}`]);
  await killContainer(id.replace("containerd://", ""));
}

async function restart(namespace: string, what: string): Promise<void> {
  await kubectl(["--namespace", namespace, "rollout", "restart", what]);
  await kubectl(["--namespace", namespace, "rollout", "status", what, "--timeout=120s"]);
}

test("a drained node waits for the PodDisruptionBudgets", async () => {
  const pods = "--pod-selector=app.kubernetes.io/instance=todo";
  const drain = kubectl(["drain", "node1", pods, "--delete-emptydir-data", "--timeout=20s"]);
  await expect(drain).rejects.toThrow(/disruption budget|global timeout reached/);
  for (const service of SERVICES)
    expect((await podsOf(service)).filter(({ ready }) => ready)).toHaveLength(1);
  await kubectl(["uncordon", "node1"]);
  for (const service of SERVICES) await untilRolledOut(service);
});

test("nothing of it is left when it is uninstalled", async () => {
  await helm(["uninstall", "todo", "--namespace", NAMESPACE, "--wait", "--timeout", "3m"]);
  const kinds = await kubectl(["api-resources", "--verbs=list", "--namespaced", "-o=name"]);
  const all = kinds
    .split("\n")
    .filter((kind) => !kind.startsWith("events"))
    .join(",");
  const left = ["get", all, "--selector=app.kubernetes.io/instance=todo", "-o=name"];
  // The last pods take a moment to go.
  await until("empty namespace", async () => (await inTrial(left)) === "");
  expect(await inTrial(left)).toBe("");
});

if (!KEEP)
  test("the machine is set as it was, and nothing runs on", async () => {
    await down();
    expect(machineSettings()).toEqual(settingsBefore);
  });
