import {
  type FieldError,
  isRefusal,
  Notification,
  type Task,
  type TaskDraft,
} from "@todo-mesh/contracts";
import { ReminderDue, TaskCreated } from "@todo-mesh/contracts/events";
import type { z } from "zod";
import { completeTask } from "../../services/chat-api/src/domain/actions/complete-task.ts";
import { skipTask } from "../../services/chat-api/src/domain/actions/skip-task.ts";
import {
  createTask,
  type TaskChange,
} from "../../services/chat-api/src/domain/tasks/task-change.ts";
import { faultsIn } from "../../services/chat-api/src/domain/tasks/task-fault.ts";
import { LANGUAGES } from "../../services/chat-api/src/domain/languages/languages.ts";
import { resolveTaskInput } from "../../services/chat-api/src/use-cases/tasks/resolve-task-input.ts";
import { notify } from "../../services/notification-service/src/domain/notify.ts";
import { announceDue } from "../../services/reminder-service/src/domain/announcing/announce.ts";
import { Ledger } from "../../services/reminder-service/src/domain/ledger/ledger.ts";
import { planReminders } from "../../services/reminder-service/src/domain/planning/plan-reminders.ts";
import { timersWanted } from "../../services/reminder-service/src/domain/planning/timers-between.ts";

/** What became of a task: what of it is planned, and what was shown. */
interface Played {
  readonly ledger: Ledger;
  readonly shown: readonly Notification[];
}

const ID = "01940000-0000-7000-8000-000000000001";
const stampAt = (now: Date) => ({ changeId: ID, now });
const MOST_RINGS = 3;

/** What one process writes is what another one reads. */
function sent<Data>(schema: z.ZodType<Data>, data: unknown): Data {
  return schema.parse(JSON.parse(JSON.stringify(data)));
}

/** Adds a task as chat-api does; the fields at fault, if it is refused. */
export function added(draft: TaskDraft, now: Date): Task | readonly string[] {
  const wanted = resolveTaskInput(draft, now);
  if (isRefusal(wanted)) return fieldsOf(wanted.fields);
  const task = { ...wanted, title: draft.title, id: ID, userId: "ada" };
  const made = createTask(task, stampAt(now));
  const faults = faultsIn(made);
  return faults.length > 0 ? fieldsOf(faults) : made.task;
}

const fieldsOf = (faults: readonly FieldError[]): string[] => faults.map(({ field }) => field);

/** A task's news goes through reminder-service, its first rings through notification-service. */
export function carriedOut(task: Task, now: Date): Played {
  for (const { replies } of Object.values(LANGUAGES)) if (task.due) replies.time.due(task.due);
  const news = sent(TaskCreated.data, { user_id: "ada", task, change: { id: ID, by: "api" } });
  let ledger = sent(Ledger, planReminders(undefined, news.task, now));
  const planned = ledger;
  const shown: Notification[] = [];
  for (let rings = 0; rings < MOST_RINGS && ledger.task; rings += 1) {
    const [next] = timersWanted(ledger).toSorted((one, other) => +one.at - +other.at);
    if (!next) break;
    const moment = { now: next.at, cause: { code: "time-came" } as const };
    const rung = announceDue({ ...ledger, task: ledger.task }, [next], moment);
    ledger = sent(Ledger, rung.ledger);
    for (const due of rung.said)
      shown.push(sent(Notification, notify(sent(ReminderDue.data, due), next.at)));
  }
  return { ledger: planned, shown };
}

/** The same after the task was done, or its present date left out. */
export function goneOn(task: Task, now: Date): void {
  const stamp = stampAt(now);
  const changes: TaskChange[] = [completeTask, skipTask].map(({ onTask }) =>
    onTask.apply(task, stamp),
  );
  for (const change of changes) if (change.kind === "changed") carriedOut(change.task, now);
}
