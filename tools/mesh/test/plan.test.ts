import { expect, test } from "@jest/globals";
import { aFolder, aPlace, aPlan, SECRETS } from "./fixtures.ts";

test("a sidecar waits for the stores and the scheduler, its app for the sidecar", async () => {
  const { specs } = await aPlan({ services: ["chat-api"] });
  expect(specs.map(({ name, needs }) => [name, needs])).toEqual([
    ["postgres", []],
    ["kafka", []],
    ["sentry", []],
    ["scheduler", ["sentry"]],
    ["chat-api-1-sidecar", ["postgres", "kafka", "sentry", "scheduler"]],
    ["chat-api-1", ["chat-api-1-sidecar"]],
  ]);
});

test("replicas get names and ports of their own; each replica of chat-api has a public door", async () => {
  const { specs, replicas } = await aPlan({ replicas: { "chat-api": 2 }, publicPort: 9_000 });
  const ports = specs.flatMap((spec) => Object.values(spec.ports));
  expect(new Set(ports).size).toBe(ports.length);
  expect(replicas.map(({ name, ports: { public: door } }) => [name, door])).toEqual([
    ["chat-api-1", 9_000],
    ["chat-api-2", 9_001],
    ["reminder-service-1", undefined],
    ["notification-service-1", undefined],
  ]);
});

test("no secret stands on any command line", async () => {
  const { specs } = await aPlan();
  const commands = specs.flatMap(({ command }) => command).join(" ");
  const { "kafka-username": _, ...secret } = SECRETS;
  for (const value of Object.values(secret)) expect(commands).not.toContain(value);
});

test("everything that can be told where to listen is told to listen on loopback", async () => {
  const { specs } = await aPlan({ services: ["chat-api"] });
  const argsOf = (name: string) => specs.find((spec) => spec.name === name)?.command.join(" ");
  for (const listener of ["dapr", "dapr-internal-grpc", "metrics"])
    expect(argsOf("chat-api-1-sidecar")).toMatch(
      new RegExp(`--${listener}-listen-address(es)? 127\\.0\\.0\\.1`),
    );
  expect(argsOf("scheduler")?.match(/listen-address 127\.0\.0\.1/g)).toHaveLength(3);
  expect(argsOf("sentry")?.match(/listen-address 127\.0\.0\.1/g)).toHaveLength(3);
  expect(argsOf("postgres")).toContain("listen_addresses=127.0.0.1");
});

test.each([
  ["does without fsync", false, true],
  ["keeps fsync", true, false],
])("a mesh %s as its data are durable or not", async (_, durable, without) => {
  const { specs } = await aPlan({}, { ...aPlace(), durable });
  expect(specs[0]?.command.includes("fsync=off")).toBe(without);
});

test("an extra app without a command has only a sidecar; with one it is told its port", async () => {
  const { specs } = await aPlan({
    services: [],
    extraApps: [{ appId: "probe" }, { appId: "echo", command: ["python3", "echo.py"] }],
  });
  expect(specs.map(({ name }) => name).slice(4)).toEqual([
    "probe-1-sidecar",
    "echo-1-sidecar",
    "echo-1",
  ]);
  const [probe, echoSidecar, echo] = specs.slice(4);
  expect(probe?.command).not.toContain("--app-port");
  expect(echoSidecar?.command).toContain(echo?.env["APP_PORT"]);
});

test("a swapped store is a swapped file, and its process is what the sidecars wait for", async () => {
  const folder = aFolder();
  const needsWith = async (alternative: "statestore-sqlite" | "statestore-redis") => {
    const options = { services: [], extraApps: [{ appId: "x" }], alternatives: [alternative] };
    return (await aPlan(options, aPlace(folder))).specs.at(-1)?.needs;
  };
  expect(await needsWith("statestore-sqlite")).toEqual(["kafka", "sentry", "scheduler"]);
  expect(await needsWith("statestore-redis")).toEqual(["redis", "kafka", "sentry", "scheduler"]);
});
