import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { afterAll, expect, test } from "@jest/globals";
import { isLoopback, listenersOf, portOf } from "./listeners.ts";
import { eventually, leftOf, makeMesh, NOTHING, type State, traceOf } from "./make-mesh.ts";

// One mesh, from its first start to its last stop, in the order of the tests.
const mesh = makeMesh();
afterAll(async () => {
  await mesh.run("reset");
  await rm(mesh.folder, { recursive: true, force: true });
}, 120_000);

function stateNow(): State {
  const state = mesh.state();
  if (!state) throw new Error("No mesh is up");
  return state;
}

function pidOf(name: string): number {
  const pid = stateNow().parts.find((part) => part.name === name)?.mark?.pid;
  if (pid === undefined) throw new Error(`${name} does not run`);
  return pid;
}

test("a port that was asked for and is taken stops the start with one sentence", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? String(address.port) : "";
  const { exitCode, stderr } = await mesh.run("up", { PORT: port });
  server.close();
  expect(stderr).toContain(`Port ${port} of 127.0.0.1 is taken`);
  expect(exitCode).toBe(1);
}, 60_000);

test("of two `make up` at once both end when the one mesh is ready, and print its address", async () => {
  const both = await Promise.all([mesh.run("up"), mesh.run("up")]);
  const { address, parts } = stateNow();
  for (const { exitCode, all } of both) {
    expect(all).toContain(String(address));
    expect(exitCode).toBe(0);
  }
  expect(parts.map(({ state }) => state)).toEqual(parts.map(() => "ready"));
}, 180_000);

test("`make up` on a mesh that is up says so at once and starts nothing", async () => {
  const { keeper, address } = stateNow();
  const { exitCode, all } = await mesh.run("up");
  expect(all).toMatch(/up already[^]*\/api\/ada\/chat/);
  expect([exitCode, stateNow().keeper, stateNow().address]).toEqual([0, keeper, address]);
}, 60_000);

test("`make status` shows each part with its state, its process and its ports", async () => {
  const { exitCode, stdout } = await mesh.run("status");
  const { parts, address } = stateNow();
  expect(stdout).toContain(`Todo Mesh is up at ${address}`);
  for (const { name, mark, ports } of parts)
    expect(stdout).toMatch(new RegExp(`${name} +ready +${mark?.pid}.*${Object.values(ports)[0]}`));
  expect(exitCode).toBe(0);
}, 60_000);

const listTasks = async (token: string) =>
  fetch(`${stateNow().address}/api/ada/tasks`, { headers: { authorization: `Bearer ${token}` } });

test("the token of `make token` opens the door that `make up` printed", async () => {
  const { stdout } = await mesh.run("token", {}, "ada");
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect((await listTasks(stdout)).status).toBe(200);
  expect((await listTasks("none")).status).toBe(401);
}, 60_000);

test("no secret can be seen on the command line of any process", async () => {
  const secrets = mesh.secrets();
  const commands = traceOf(stateNow()).pids.map(mesh.commandLine).join("\n");
  expect(commands).toContain("--app-id");
  for (const secret of secrets) expect(commands).not.toContain(secret);
});

test("every process listens on loopback alone, and on no port that it was not given", () => {
  const { pids, ports } = traceOf(stateNow());
  const found = listenersOf(pids);
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((address) => !isLoopback(address))).toEqual([]);
  expect(found.map(portOf).filter((port) => !ports.includes(port))).toEqual([]);
});

test.each(["notification-service-1-sidecar", "chat-api-1", "kafka"])(
  "%s that dies is named with the end of its log, and is started again",
  async (name) => {
    const pid = pidOf(name);
    process.kill(pid, "SIGKILL");
    const part = await eventually(
      () => stateNow().parts.find((one) => one.name === name),
      (one) => one?.state === "ready" && one.restarts === 1,
    );
    expect(part).toMatchObject({ state: "ready", restarts: 1 });
    expect(part?.mark?.pid).not.toBe(pid);
    const told = new RegExp(
      `${name} died by SIGKILL. The end of .*${name}.log:\\n  \\| [^]*${name} is ready again`,
    );
    expect(
      await eventually(
        () => mesh.log("mesh"),
        (log) => told.test(log),
      ),
    ).toMatch(told);
  },
  120_000,
);

test("`make down` leaves no process and no port", async () => {
  const trace = traceOf(stateNow());
  expect(trace.pids.length).toBeGreaterThan(9);
  const { exitCode } = await mesh.run("down");
  expect(exitCode).toBe(0);
  expect(await leftOf(trace)).toEqual(NOTHING);
  expect((await mesh.run("status")).stdout).toBe("Todo Mesh is down.");
}, 120_000);

test("what a killed keeper left is ended by `make down`", async () => {
  expect((await mesh.run("up", { SERVICES: "chat-api" })).exitCode).toBe(0);
  const trace = traceOf(stateNow());
  process.kill(stateNow().keeper.pid, "SIGKILL");
  const { stdout } = await mesh.run("status");
  expect(stdout).toContain("Nothing watches over these parts any more");
  expect((await leftOf(trace)).pids).toHaveLength(trace.pids.length - 1);
  expect((await mesh.run("down")).stdout).toMatch(/Ended what was left running: .*kafka/);
  expect(await leftOf(trace)).toEqual(NOTHING);
}, 180_000);

test("`make reset` erases the data, says what, and leaves the secrets", async () => {
  const secrets = mesh.secrets();
  const { stdout } = await mesh.run("reset");
  expect(stdout).toMatch(/Erased .*postgres|Erased .*data/);
  expect(stdout).toMatch(/Erased .*kafka/);
  expect(stdout).toMatch(/Erased .*scheduler/);
  expect(mesh.secrets()).toEqual(secrets);
}, 60_000);
