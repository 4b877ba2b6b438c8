import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { lockMesh } from "../src/lock.ts";
import { logFileOf, openLog, tailOf } from "../src/life/log-file.ts";
import { markOf } from "../src/life/processes.ts";
import { forgetState, type MeshState, readState, writeState } from "../src/life/state-file.ts";
import { makeMeshFolder } from "../src/machine/place.ts";
import { aFolder } from "./fixtures.ts";

test("one holder at a time: the next may take a mesh when it is released", () => {
  const folder = aFolder();
  const release = lockMesh(folder);
  expect(release).toBeDefined();
  expect(lockMesh(folder)).toBeUndefined();
  release?.();
  const again = lockMesh(folder);
  expect(again).toBeDefined();
  again?.();
});

test("what is written of a mesh is read back, and anything else is no state", () => {
  const folder = aFolder();
  const keeper = markOf(process.pid) ?? { pid: 1, born: "" };
  const state: MeshState = { phase: "up", keeper, address: "http://127.0.0.1:8080", parts: [] };
  expect(readState(folder)).toBeUndefined();
  writeState(folder, state);
  expect(readState(folder)).toEqual(state);
  writeFileSync(join(folder, "state.json"), '{"phase":');
  expect(readState(folder)).toBeUndefined();
  forgetState(folder);
  expect(readState(folder)).toBeUndefined();
});

test("a log is written on, with a line between two starts, and its tail is of the last", () => {
  const folder = aFolder();
  const path = logFileOf(folder, "part");
  writeFileSync(openLog(folder, "part"), "first\n");
  writeFileSync(openLog(folder, "part"), "second\nthird\n");
  expect(tailOf(path)).toEqual(["second", "third"]);
  expect(tailOf(path, 1)).toEqual(["third"]);
  expect(readFileSync(path, "utf8")).toMatch(/part starts[^]*first[^]*part starts[^]*second/);
});

test("a part that never ran has an empty tail; a log that grew large is put aside at the next start", () => {
  const folder = join(aFolder(), "logs");
  mkdirSync(folder);
  expect(tailOf(logFileOf(folder, "part"))).toEqual([]);
  openLog(folder, "part");
  truncateSync(logFileOf(folder, "part"), 6 * 1024 * 1024);
  openLog(folder, "part");
  expect(statSync(logFileOf(folder, "part")).size).toBeLessThan(1_000);
  expect(statSync(`${logFileOf(folder, "part")}.1`).size).toBeGreaterThan(5_000_000);
});

test("a mesh is kept in a folder of its owner alone, which may lie behind a link of theirs", () => {
  const folder = join(aFolder(), "mesh");
  makeMeshFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  makeMeshFolder(folder);
  symlinkSync(folder, `${folder}-link`);
  makeMeshFolder(`${folder}-link`);
});

test.each([
  ["look into", 0o755],
  ["write to", 0o730],
])("a folder that others can %s is refused in one sentence that says the way out", (_, mode) => {
  const folder = join(aFolder(), "mesh");
  mkdirSync(folder);
  chmodSync(folder, mode);
  expect(() => makeMeshFolder(folder)).toThrow(/^[^\n]*open to other users[^\n]*chmod 700[^\n]*$/);
});

test("a folder of somebody else is refused in one sentence", () => {
  // Who is not root can own nothing for others: there it is root's own folder that is tried.
  const folder = process.getuid?.() === 0 ? aFolder() : "/root";
  if (process.getuid?.() === 0) chownSync(folder, 65_534, 65_534);
  expect(() => makeMeshFolder(folder)).toThrow(/no folder of yours/);
});
