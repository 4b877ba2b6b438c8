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
  const { rings, error } = useRings(task);
  const { reminders: said } = words;
  if (rings.length === 0 && !error) return null;
  return (
    <section className="details" aria-label={said.heading}>
      <header className="details-head">
        <h3>{said.heading}</h3>
        {task.status === "open" && <Snooze task={task} snooze={actions.snooze} />}
      </header>
      {error && <p className="quiet">{said.failed(reasonOf(error))}</p>}
      <ul className="rings">
        {rings.map((reminder) => (
          <Ring key={`${reminder.id} ${reminder.due_at} ${reminder.state}`} reminder={reminder} />
        ))}
      </ul>
    </section>
  );
}

/** Those to come, and then those of before. */
function useRings({ id, version }: Task): { rings: readonly Reminder[]; error: Error | null } {
  const { data: toCome, error } = useReminders(id, "pending", version);
  const { data: past } = useReminders(id, "past", version);
  return { rings: [...(toCome?.items ?? []), ...(past?.items ?? [])], error };
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
