import { expect, test } from "@jest/globals";
import { DueInput, type Task, TaskDraft, TaskPatch } from "@todo-mesh/contracts";
import { orThrow } from "@todo-mesh/ports";
import * as fc from "fast-check";
import { completeTask } from "../../services/chat-api/src/domain/actions/complete-task.ts";
import { skipTask } from "../../services/chat-api/src/domain/actions/skip-task.ts";
import { editTask, type TaskChange } from "../../services/chat-api/src/domain/tasks/task-change.ts";
import { resolveTaskInput } from "../../services/chat-api/src/use-cases/tasks/resolve-task-input.ts";
import { added } from "./play.ts";
import { requestsOf } from "./requests-of.ts";

const ID = "01940000-0000-7000-8000-000000000001";
const MOMENTS = ["2026-11-26T09:00:00.123Z", "2026-10-25T00:30:00Z", "2027-03-28T00:59:59.999Z"];
const NOW = fc.constantFrom(...MOMENTS.map((at) => new Date(at)));
const FIELDS = ["title", "notes", "priority", "tags", "due", "repeat", "reminders", "nag"] as const;

/** What a request may name, as an answer has it. */
function asAnswered(task: Task): Record<string, unknown> {
  const answer: Task = JSON.parse(JSON.stringify(task));
  return Object.fromEntries(
    FIELDS.flatMap((name) => (answer[name] === undefined ? [] : [[name, answer[name]]])),
  );
}

function patched(task: Task, patch: object, now: Date): TaskChange {
  const wanted = orThrow(resolveTaskInput(TaskPatch.parse(patch), now, task));
  return editTask(task, wanted, { changeId: ID, now });
}

const taskOf = (change: TaskChange): Task[] => ("task" in change ? [change.task] : []);

/** The task, as it is after a date was done, left out, or moved by a day. */
function lives(task: Task, now: Date): Task[] {
  const stamp = { changeId: ID, now };
  const at = new Date(now.getTime() + 86_400_000).toISOString();
  const moved = task.repeat ? taskOf(patched(task, { due: { at } }, now)) : [];
  return [
    task,
    ...[completeTask, skipTask].flatMap(({ onTask }) => taskOf(onTask.apply(task, stamp))),
    ...moved,
  ];
}

test("any task, sent back as it is answered, stays as it is: whole, and field by field", () => {
  const seen = new Map<string, number>();
  const play = (request: unknown, now: Date): void => {
    const { data: draft } = TaskDraft.safeParse(request);
    const task = draft && added(draft, now);
    if (!task || "length" in task) return;
    const later = new Date(now.getTime() + 400 * 86_400_000);
    for (const each of lives(task, now)) {
      const own = asAnswered(each);
      for (const at of [now, later]) {
        expect(patched(each, own, at)).toEqual({ kind: "unchanged", task: each });
        for (const [name, value] of Object.entries(own)) {
          expect(patched(each, { [name]: value }, at)).toEqual({ kind: "unchanged", task: each });
          seen.set(name, (seen.get(name) ?? 0) + 1);
        }
      }
    }
  };
  fc.assert(fc.property(requestsOf(TaskDraft), NOW, play), { numRuns: 1_500 });
  expect([...seen.keys()].toSorted()).toEqual([...FIELDS].toSorted());
  expect(Math.min(...seen.values())).toBeGreaterThan(50);
}, 300_000);

test("any due time that is answered makes the same task anew", () => {
  let made = 0;
  const play = (request: unknown, now: Date): void => {
    const { data: due } = DueInput.safeParse(request);
    const task = due && added({ title: "x", due }, now);
    if (!task || "length" in task) return;
    const again = added(TaskDraft.parse(asAnswered(task)), now);
    expect("length" in again ? again : asAnswered(again)).toEqual(asAnswered(task));
    made += 1;
  };
  fc.assert(fc.property(requestsOf(DueInput), NOW, play), { numRuns: 3_000 });
  expect(made).toBeGreaterThan(50);
}, 300_000);
