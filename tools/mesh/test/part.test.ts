import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { Part } from "../src/life/part.ts";
import { familyOf, isAlive, markOf } from "../src/life/processes.ts";
import type { PartSpec } from "../src/life/spec.ts";
import { until } from "../src/life/until.ts";
import { aFolder } from "./fixtures.ts";

const started: Part[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map(async (part) => part.stop()));
});

/** A part that is a small program; ready when the file that it may write stands. */
function aPart(program: string, more: Partial<PartSpec> & { restart?: boolean } = {}) {
  const folder = aFolder();
  const ready = join(folder, "ready");
  const reports: string[] = [];
  const { restart = false, ...rest } = more;
  const spec: PartSpec = {
    name: "small",
    command: [process.execPath, "-e", program],
    env: { READY: ready },
    needs: [],
    ports: {},
    ready: async () => Promise.resolve(existsSync(ready)),
    stopSignal: "SIGTERM",
    graceMs: 5_000,
    ...rest,
  };
  const around = { logFolder: folder, restart, onChange: () => undefined };
  const part = new Part(spec, { ...around, report: (line) => void reports.push(line) });
  started.push(part);
  return { part, reports, ready };
}

const WELL = `
  console.log("hello");
  require("fs").writeFileSync(process.env.READY, "");
  setInterval(() => {}, 1000);`;
const becomes = async (ask: () => boolean) => expect(await within(ask)).toBe(true);
const within = async (ask: () => boolean) => until(ask, { ms: 10_000 });

test("a start ends when the part is ready; what it said stands in its log", async () => {
  const { part } = aPart(WELL);
  await part.start();
  expect([part.state, part.log()]).toEqual(["ready", ["hello"]]);
  expect(part.pid && markOf(part.pid)).toBeTruthy();
});

test("one that ends before it is ready fails its start with how, and the end of its log", async () => {
  const { part } = aPart(`console.error("no disk"); process.exitCode = 7;`);
  await expect(part.start()).rejects.toThrow(/small ended by exit code 7 before[^]*\| no disk/);
  expect([part.state, part.pid]).toEqual(["dead", undefined]);
});

test("a command that is not there fails the start", async () => {
  const { part } = aPart("", { command: ["/no/such/program"] });
  await expect(part.start()).rejects.toThrow("small cannot be started");
});

test("a start that is given up leaves no process", async () => {
  const { part } = aPart(`setInterval(() => {}, 1000);`);
  const giveUp = new AbortController();
  const start = part.start({ signal: giveUp.signal });
  await becomes(() => part.pid !== undefined);
  const mark = markOf(part.pid ?? 0);
  giveUp.abort(new Error("enough"));
  await expect(start).rejects.toThrow("enough");
  expect(mark && isAlive(mark)).toBe(false);
});

test("a stop while it starts ends the start and the process", async () => {
  const { part } = aPart(`setInterval(() => {}, 1000);`, { restart: true });
  const start = part.start();
  start.catch(() => undefined);
  await becomes(() => part.pid !== undefined);
  await part.stop();
  await expect(start).rejects.toThrow("told to stop");
  expect([part.state, part.pid]).toEqual(["stopped", undefined]);
});

test("a death nobody asked for is told with the end of the log, and nothing is started again unasked", async () => {
  const { part, reports } = aPart(WELL);
  await part.start();
  await part.kill();
  expect(reports.join()).toMatch(/small died by SIGKILL[^]*\| hello/);
  expect([part.state, part.record.restarts]).toEqual(["dead", 0]);
});

test("where asked for, one that died is started again, and its restarts are counted", async () => {
  const { part, reports } = aPart(WELL, { restart: true });
  await part.start();
  await part.kill();
  await becomes(() => part.state === "ready");
  expect(part.record.restarts).toBe(1);
  expect(reports.at(-1)).toBe("small is ready again.");
});

test("a part told to stop while it waits for its next start stays stopped", async () => {
  const { part } = aPart(WELL, { restart: true });
  await part.start();
  await part.kill();
  await part.stop();
  expect([part.state, part.pid]).toEqual(["stopped", undefined]);
  await part.start();
  expect(part.state).toBe("ready");
});

test("a stop that nobody listens to becomes a kill, of all that the part has started", async () => {
  const stubborn = `
    process.on("SIGTERM", () => {});
    require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    ${WELL}`;
  const { part } = aPart(stubborn, { graceMs: 100 });
  await part.start();
  const family = familyOf({ pid: part.pid ?? 0, born: "" });
  expect(family).toHaveLength(2);
  await part.stop();
  expect(family.filter(isAlive)).toEqual([]);
});

test("a paused part takes no step until it is resumed, and a paused one can be stopped", async () => {
  const { part } = aPart(WELL);
  await part.start();
  part.pause();
  expect(part.state).toBe("paused");
  part.resume();
  expect(part.state).toBe("ready");
  part.pause();
  await part.stop();
  expect(part.pid).toBeUndefined();
});

test("environment given to one start is gone at the next", async () => {
  const { part } = aPart(`console.log(process.env.ONCE); ${WELL}`);
  await part.start({ env: { ONCE: "once" } });
  expect(await within(() => part.log()[0] === "once")).toBe(true);
  await part.stop();
  await part.start();
  expect(await within(() => part.log()[0] === "undefined")).toBe(true);
});

test("data are wiped only while nothing uses them", async () => {
  const { part, ready } = aPart(WELL);
  await expect(part.wipe()).rejects.toThrow("no data of its own");
  const { part: store } = aPart(WELL, { data: [ready], env: { READY: ready } });
  await part.start();
  expect(existsSync(ready)).toBe(true);
  await store.wipe();
  expect(existsSync(ready)).toBe(false);
  const { part: busy } = aPart(WELL, { data: [ready] });
  await busy.start();
  await expect(busy.wipe()).rejects.toThrow("must be stopped");
});
