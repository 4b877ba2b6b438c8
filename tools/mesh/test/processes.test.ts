import { expect, test } from "@jest/globals";
import { isAlive, markOf, signalAll } from "../src/life/processes.ts";

const self = () => {
  const mark = markOf(process.pid);
  if (!mark) throw new Error("This process runs");
  return mark;
};

test("a process that runs has a mark, the same each time", () => {
  expect(self()).toEqual(self());
  expect(isAlive(self())).toBe(true);
});

test("a number that was given to another process since is not the process meant", () => {
  expect(isAlive({ ...self(), born: "another boot:1" })).toBe(false);
  // It would end this very test run.
  signalAll([{ ...self(), born: "another boot:1" }], "SIGKILL");
});

test("a number that no process has has no mark", () => {
  expect(markOf(2 ** 30)).toBeUndefined();
});
