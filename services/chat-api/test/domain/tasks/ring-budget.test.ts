import { expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { tooManyRings } from "../../../src/domain/tasks/ring-budget.ts";
import { aTask } from "../../a-task.ts";

const repeat = {
  rule: "FREQ=MINUTELY",
  start: "2026-11-23T08:00:00",
  timezone: "UTC",
  from: "schedule",
} as const;
const minutely = () => aTask({ repeat, due: "2026-11-23T08:00:00Z" });

/** A part of a list that knows how often it was looked through. */
class Part extends Map<string, Task> {
  looks = 0;
  override values() {
    this.looks += 1;
    return super.values();
  }
}
const partOf = (...tasks: Task[]) => new Part(tasks.map((task) => [task.id, task]));

test("a part of a long list is looked through once, for as long as it is the same", () => {
  const parts = Array.from({ length: 100 }, () => partOf(aTask(), aTask()));
  for (let n = 0; n < 20; n += 1) tooManyRings(parts, { task: minutely() }, 600);
  const changed = partOf(minutely());
  tooManyRings([...parts.slice(1), changed], { task: minutely() }, 600);
  expect(parts.map(({ looks }) => looks)).toEqual(parts.map(() => 1));
  expect(changed.looks).toBe(1);
});

test("a change that lets nothing ring more often is not held against anybody", () => {
  const before = minutely();
  const part = partOf(before, ...Array.from({ length: 30 }, minutely));
  expect(tooManyRings([part], { before, task: { ...before, title: "else" } }, 600)).toBeUndefined();
  expect(
    tooManyRings([part], { task: aTask({ due: "2026-11-23T08:00:00Z" }) }, 600),
  ).toBeUndefined();
  expect(tooManyRings([part], { task: minutely() }, 600)).toMatchObject({
    kind: "conflict",
    fields: [{ field: "repeat" }],
  });
});

test.each([
  [{ every_minutes: 5, times: 10 }, 10],
  [{ every_minutes: 1, times: 100 }, 100],
  [{ every_minutes: 1_440, times: 100 }, 1],
])("a nag of %j of a task that rings once weighs %d rings a day", (nag, rings) => {
  const task = aTask({ due: "2026-11-23T08:00:00Z", nag });
  expect(tooManyRings([], { task }, rings / 24)).toBeUndefined();
  expect(tooManyRings([], { task }, (rings - 0.5) / 24)).toMatchObject({
    kind: "conflict",
    fields: [{ field: "nag" }],
  });
});
