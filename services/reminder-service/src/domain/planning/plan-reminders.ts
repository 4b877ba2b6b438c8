import type { Task } from "@todo-mesh/contracts";
import type { Cause } from "../ledger/cause.ts";
import { type Ledger, TaskFacts } from "../ledger/ledger.ts";
import { nagAfterNews } from "../announcing/nag.ts";
import { cancelReminder, planReminder, replanReminder } from "./plan-reminder.ts";
import { wantedTriggerOf } from "./next-trigger.ts";
import { remindersWanted } from "../triggers/slots.ts";
import { atOwnHours, type OwnHours } from "./own-hours.ts";

/** Reminders that a task had once are kept for whoever asks what became of them, this many. */
const FORMER_KEPT = 10;

/**
 * The ledger after news of a task. The task's version decides, so news may come twice, late and in any
 * order. A reminder set for a time that was still to come when it was set is planned, however late we
 * hear of it; one set for a time already gone is `missed` and does not ring. A fixed series has gone on by
 * itself: news that does not set a new time leaves it where it is.
 */
export function planReminders(ledger: Ledger | undefined, task: Task, now: Date): Ledger {
  if (!ledger || (ledger.task && task.version > ledger.task_version))
    return planned(ledger, { ...task, task: TaskFacts.parse(task) }, now);
  return ledger.unheard?.includes(task.version) ? applyLateEvent(ledger, task, now) : ledger;
}

/** The ledger with its reminders at these hours, as far as they go by them. */
export function planAtHours(ledger: Ledger, hours: OwnHours, now: Date): Ledger {
  const { task: before, task_id: id, task_version: version, unplanned } = ledger;
  const task = before && atOwnHours(before, hours);
  if (!task || task === before) return ledger;
  return { ...planned(ledger, { id, version, task }, now), ...(unplanned && { unplanned }) };
}

interface Version {
  readonly id: string;
  readonly version: number;
  readonly task: TaskFacts;
}

function planned(
  ledger: Ledger | undefined,
  { id: task_id, version: task_version, task }: Version,
  now: Date,
): Ledger {
  const had = new Map(ledger?.reminders.map((reminder) => [reminder.slot, reminder]));
  const wanted = [...remindersWanted(task).keys()];
  const reminders = wanted.flatMap((slot) => {
    const reminder = wantedTriggerOf(task_id, task, slot);
    const before = had.get(slot);
    if (!reminder) return before ? cancelReminder(before, whyLetGo(task), now) : [];
    return planReminder(before, reminder, { previous: ledger?.task, now }) ?? [];
  });
  const former = [...had.values()].filter(({ slot }) => !wanted.includes(slot));
  return {
    task_id,
    task_version,
    unheard: unheardBelow(task_version, ledger),
    task,
    reminders: [
      ...former
        .slice(-FORMER_KEPT)
        .map((reminder) => cancelReminder(reminder, whyLetGo(task), now)),
      ...reminders,
    ],
    ...(ledger && nagAfterNews(ledger, task, now)),
    ...(ledger?.announced && { announced: ledger.announced }),
  };
}

function applyLateEvent(ledger: Ledger, older: Task, now: Date): Ledger {
  const { task, task_id } = ledger;
  const unheard = ledger.unheard?.filter((version) => version !== older.version);
  if (!task) return ledger;
  const slots = [...remindersWanted(task).keys()];
  const reminders = slots.flatMap((slot) => {
    const before = ledger.reminders.find((reminder) => reminder.slot === slot);
    const wanted = wantedTriggerOf(task_id, task, slot);
    return (wanted ? replanReminder(before, wanted, { older, now }) : before) ?? [];
  });
  const former = ledger.reminders.filter(({ slot }) => !slots.includes(slot));
  return { ...ledger, unheard, reminders: [...former, ...reminders] };
}

const UNHEARD_KEPT = 50;

/** Each version is heard of once: what comes a second time is known by not being missed. */
function unheardBelow(version: number, ledger: Ledger | undefined): number[] {
  const first = Math.max((ledger?.task_version ?? 0) + 1, version - UNHEARD_KEPT);
  const skipped = Array.from({ length: Math.max(0, version - first) }, (_, at) => first + at);
  return [...(ledger?.unheard ?? []), ...skipped].slice(-UNHEARD_KEPT);
}

function whyLetGo(task: TaskFacts): Cause {
  if (task.deleted_at !== undefined) return { code: "task-deleted" };
  if (task.status === "done") return { code: "task-completed" };
  return { code: task.due ? "not-wanted" : "no-due" };
}
