import type { Reminder, Task } from "@todo-mesh/contracts";
import type { ReactNode } from "react";
import { reasonOf } from "../api/problem.ts";
import { sayMoment } from "../tasks/dates.ts";
import type { TaskActions } from "../tasks/task-actions.ts";
import { words } from "../words/words.ts";
import { Snooze } from "./snooze.tsx";
import { useReminders } from "./use-reminders.ts";
import { Why } from "./why.tsx";

interface RemindersProps {
  readonly task: Task;
  readonly actions: Pick<TaskActions, "snooze">;
}

/** When a task will ring, and when it did. */
export function TaskReminders({ task, actions }: RemindersProps): ReactNode {
  const { data: toCome, error } = useReminders(task.id, "pending", task.version);
  const { data: past } = useReminders(task.id, "past", task.version);
  const { reminders: said } = words;
  const isSilent = toCome?.items.length === 0 && past?.items.length === 0;
  if (isSilent && !error) return null;
  const canSnooze =
    task.status === "open" && (toCome?.items.length ?? 0) + (past?.items.length ?? 0) > 0;
  return (
    <section className="details" aria-label={said.heading}>
      <header className="details-head">
        <h3>{said.heading}</h3>
        {canSnooze && <Snooze task={task} snooze={actions.snooze} />}
      </header>
      {error && <p className="quiet">{said.failed(reasonOf(error))}</p>}
      <ul className="rings">
        {[...(toCome?.items ?? []), ...(past?.items ?? [])].map((reminder) => (
          <Ring key={`${reminder.id} ${reminder.due_at} ${reminder.state}`} reminder={reminder} />
        ))}
      </ul>
    </section>
  );
}

const isKnown = (state: string): state is keyof typeof words.reminders.states =>
  Object.hasOwn(words.reminders.states, state);

function Ring({ reminder: { id, due_at: at, state, reason } }: { readonly reminder: Reminder }) {
  return (
    <li data-state={state}>
      <span className="ring-line">
        <time>{sayMoment(at)}</time>
        <span className="quiet">
          {isKnown(state) ? words.reminders.states[state] : state}
          {reason && `: ${reason}`}
        </span>
        <Why reminderId={id} />
      </span>
    </li>
  );
}
