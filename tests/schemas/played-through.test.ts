import { expect, test } from "@jest/globals";
import { type Task, TaskDraft } from "@todo-mesh/contracts";
import * as fc from "fast-check";
import { remindersWanted } from "../../services/reminder-service/src/domain/triggers/slots.ts";
import { added, carriedOut, goneOn } from "./play.ts";
import { requestsOf } from "./requests-of.ts";

const NOW = fc.constantFrom(
  ...["2026-11-26T09:00:00.123Z", "2026-10-25T00:30:00Z", "2027-03-28T00:59:59.999Z"].map(
    (at) => new Date(at),
  ),
);

// A task without a time has no moment at which it would ring by itself.
const reminders = (task: Task): number =>
  task.reminders || (task.due && "at" in task.due) ? remindersWanted(task).size : 0;

/** Whether a request became a task that rings; what does not ring says why. */
function rings(request: unknown, now: Date): boolean {
  const draft = TaskDraft.safeParse(request);
  if (!draft.success) return false;
  const task = added(draft.data, now);
  if ("length" in task) {
    if (task.length === 0) throw new Error("It is refused, and no field is named");
    return false;
  }
  const { ledger, shown } = carriedOut(task, now);
  expect(ledger.reminders).toHaveLength(reminders(task));
  for (const { history } of ledger.reminders) expect(history).not.toEqual([]);
  const isPlanned = ledger.reminders.some(({ state }) => state === "planned");
  expect(shown.length > 0).toBe(isPlanned);
  goneOn(task, now);
  return isPlanned;
}

test("whatever the schema of a task lets in is refused by its field or carried out by all three services", () => {
  let rung = 0;
  const play = (request: unknown, now: Date): void => {
    if (rings(request, now)) rung += 1;
  };
  fc.assert(fc.property(requestsOf(TaskDraft), NOW, play), { numRuns: 3_000 });
  expect(rung).toBeGreaterThan(50);
}, 300_000);
