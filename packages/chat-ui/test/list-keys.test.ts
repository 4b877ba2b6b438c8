import { beforeEach, expect, test } from "@jest/globals";
import { type Doing, doKey } from "../src/tasks/list-keys.ts";
import { between } from "../src/tasks/selection.ts";
import { aTask } from "./a-task.ts";

const [first, second, third] = [aTask(), aTask(), aTask()];
const tasks = [first, second, third];
let done: string[];
beforeEach(() => {
  done = [];
});

/** The list with the focus on its first task, where whatever is done is written down. */
function doing(chosen = [] as typeof tasks): Doing {
  const noted = (name: string) =>
    new Proxy({} as never, {
      get: (_, act) => {
        if (act === "chosen") return chosen;
        if (act === "ids") return new Set(chosen.map(({ id }) => id));
        return () => done.push(`${name}.${String(act)}`);
      },
    });
  return {
    task: first,
    at: 0,
    last: 2,
    taskAt: (place) => tasks[place],
    actions: noted("one"),
    several: noted("several"),
    selection: noted("selection"),
    goTo: (place) => done.push(`go ${place}`),
    openMenu: () => done.push("menu"),
  };
}

const key = (name: string, more: object = {}) =>
  ({
    key: name,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    preventDefault: () => undefined,
    ...more,
  }) as never;

test("a key that is held down goes through the list, and changes no task after the first", () => {
  expect(doKey(key("Delete", { repeat: true }), doing())).toBe(false);
  expect(doKey(key(" ", { repeat: true }), doing())).toBe(false);
  expect(doKey(key("ArrowDown", { repeat: true }), doing())).toBe(true);
  expect(done).toEqual(["go 1"]);
});

test("with a modifier a key is the browser's own", () => {
  for (const modifier of ["ctrlKey", "metaKey", "altKey"])
    for (const name of ["Delete", "t", " ", "Enter"])
      expect(doKey(key(name, { [modifier]: true }), doing())).toBe(false);
  expect(done).toEqual([]);
});

test("with some chosen a key is about all of them, and ends the choosing", () => {
  doKey(key("Delete"), doing());
  expect(done).toEqual(["one.remove"]);
  done = [];
  doKey(key("Delete"), doing([second, third]));
  expect(done).toEqual(["several.remove", "selection.end"]);
});

test("Shift and an arrow choose this one and the next", () => {
  doKey(key("ArrowDown", { shiftKey: true }), doing());
  expect(done).toEqual(["selection.toggle", "selection.extendTo", "go 1"]);
});

test("what lies between two is chosen, whichever comes first", () => {
  const ids = tasks.map(({ id }) => id);
  expect(between(tasks, third.id, first.id)).toEqual(ids);
  expect(between(tasks, "gone", second.id)).toEqual([second.id]);
});
