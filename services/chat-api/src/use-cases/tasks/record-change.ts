import { type Task } from "@todo-mesh/contracts";
import {
  TaskCompleted,
  TaskCreated,
  TaskDeleted,
  TaskErased,
  TaskReopened,
  TaskRestored,
  TaskUpdated,
} from "@todo-mesh/contracts/events";
import { orThrow } from "@todo-mesh/ports";
import { type Changes, eventOf, type NewEvent, type Transaction } from "@todo-mesh/state";
import { entryOf, type Origin } from "../../domain/journal/journal-entry.ts";
import { isOfNewDay, withDayReminders } from "../../domain/tasks/day-reminders.ts";
import { tooFarAhead, tooManyPending } from "../../domain/tasks/pending-reminders.ts";
import { tooManyRings } from "../../domain/tasks/ring-budget.ts";
import { expiredTrash, noBytes, noRoom } from "../../domain/tasks/room.ts";
import { eraseTask, type Made, type TaskChange } from "../../domain/tasks/task-change.ts";
import { isOpen } from "../../domain/tasks/task-list.ts";
import type { TaskDeps } from "../deps.ts";
import { writeToJournal } from "../journal/journal.ts";
import { preferencesOf } from "../preferences/preferences.ts";
import { dropOccurrences, keepOccurrences } from "./task-occurrences.ts";

// What others would do something else for has an event of its own. Every other verb is an update to them.
const EVENTS = new Map([
  ["created", TaskCreated],
  ["completed", TaskCompleted],
  ["reopened", TaskReopened],
  ["deleted", TaskDeleted],
  ["restored", TaskRestored],
]);

/** The change if it may be made in this list, or why not. Nothing is written yet. */
export function allowed(
  { ringsPerHour, quotas, clock }: Pick<TaskDeps, "ringsPerHour" | "quotas" | "clock">,
  draft: Changes<Task>,
  change: TaskChange,
): TaskChange {
  if (change.kind !== "changed") return change;
  const now = clock.now();
  return (
    (isOneMore(change) ? noRoom(draft.parts) : undefined) ??
    noBytes(change, draft.bytes, quotas.taskBytes) ??
    tooManyRings(draft.parts, change, ringsPerHour) ??
    tooFarAhead(change, now) ??
    tooManyPending(draft.parts, change, { most: quotas.pendingReminders, now }) ??
    change
  );
}

const isOneMore = ({ before, task }: Made): boolean => isOpen(task) && !(before && isOpen(before));

/**
 * Writes a change, its entry in the journal and its event into the transaction; answers the task as it is then.
 * What did not change writes nothing.
 */
export async function recordChange(
  deps: TaskDeps,
  tx: Transaction,
  draft: Changes<Task>,
  { change, origin }: { readonly change: TaskChange; readonly origin: Origin },
): Promise<Task> {
  const made = orThrow(allowed(deps, draft, await asChosen(tx, change, origin)));
  if (made.kind === "unchanged") return made.task;
  if (made.verb === "created") await emptyOldTrash(deps, tx, draft);
  return write(deps, tx, draft, { made, origin });
}

// Whoever adds many at once brings them along from elsewhere; and what is taken back is as it was.
async function asChosen(tx: Transaction, change: TaskChange, origin: Origin): Promise<TaskChange> {
  if (!isOfNewDay(change) || origin.batch_id !== undefined || origin.undoes !== undefined)
    return change;
  return withDayReminders(change, await preferencesOf(tx, change.task.user_id));
}

async function write(
  { outbox }: TaskDeps,
  tx: Transaction,
  draft: Changes<Task>,
  { made, origin }: { readonly made: Made; readonly origin: Origin },
): Promise<Task> {
  const { verb, before, task } = made;
  await outbox.add(tx, [eventAbout(made, origin)]);
  await writeToJournal(tx, task.user_id, entryOf(made, origin));
  if (verb === "erased") {
    dropOccurrences(tx, task);
    draft.remove(task.id);
    return task;
  }
  await keepOccurrences(tx, before, task);
  draft.put(task);
  return task;
}

/** The event has the id of its change, so that events and journal can be held against each other. */
function eventAbout({ verb, task }: Made, origin: Origin): NewEvent {
  const change = { id: task.change_id, ...origin };
  const about = { id: task.change_id, userId: task.user_id, subject: task.id };
  const owner = { user_id: task.user_id, change };
  if (verb !== "erased")
    return eventOf(EVENTS.get(verb) ?? TaskUpdated, { ...about, data: { ...owner, task } });
  const data = { ...owner, task_id: task.id, task_version: task.version };
  return eventOf(TaskErased, { ...about, data });
}

// Whoever adds clears up: nobody else ever looks at a list that its owner has left alone.
async function emptyOldTrash(deps: TaskDeps, tx: Transaction, draft: Changes<Task>): Promise<void> {
  const now = deps.clock.now();
  for (const task of expiredTrash(draft.parts, now)) {
    const made = eraseTask(task, { changeId: deps.ids.next(), now });
    await write(deps, tx, draft, { made, origin: { by: "system" } });
  }
}
