import { DatesTold, type Outcome, type Task, TaskRef } from "@todo-mesh/contracts";
import type { Context } from "@todo-mesh/when";
import { inEach } from "../languages/languages.ts";
import { lineOf } from "../tasks/task-line.ts";
import { isKept, isOpen } from "../tasks/task-list.ts";
import { defineAction } from "./action.ts";

export const listOccurrences = defineAction({
  name: "list_occurrences",
  title: "What became of the dates of a series",
  about:
    "How many dates of a task that comes again were done, skipped and moved, and the last of them; when one that comes once was done.",
  risk: "read",
  effect: "transaction",
  namesTask: true,
  input: TaskRef,
  outcome: DatesTold,
  does: (task) => ({ kind: "tell", task, candidates: [isOpen, isKept], tell }),
  words: inEach(({ actions }) => actions.list_occurrences),
});

function tell(task: Task, { timezone }: Context): Outcome {
  const { due, repeat, completed_at: done_at } = task;
  const dates = datesOf(task);
  return {
    outcome: "dates-told",
    task: lineOf(task),
    timezone: (due ?? repeat)?.timezone ?? timezone,
    ...(dates && { dates }),
    ...(done_at !== undefined && { done_at }),
  };
}

/** Of a series of which nothing became anything they are none; what comes once has no dates. */
const datesOf = ({ occurrences, repeat }: Task): Task["occurrences"] =>
  occurrences ?? (repeat && { done: 0, skipped: 0, moved: 0, recent: [] });
