import type { Reminder as Listed, ReminderDetails } from "@todo-mesh/contracts";
import { isWaiting, type Ledger, type LiveLedger, type Reminder } from "../ledger/ledger.ts";
import { occurrenceIdOf, unplannedIdOf } from "../ledger/reminder-ids.ts";

/** Every ring that a ledger knows of, those to come and those of before, and what of its task cannot be planned. */
export function remindersIn(ledger: Ledger): Listed[] {
  if (!isLive(ledger)) return [];
  const rings = ledger.reminders.flatMap((reminder) => [
    ...rangBefore(reminder).map((due_at) => ringOf(ledger, { ...reminder, due_at }, "announced")),
    nextOf(ledger, reminder),
  ]);
  const unplanned = unplannedOf(ledger);
  return unplanned ? [...rings, unplanned] : rings;
}

/** The reminder of that id with all that became of it; undefined: this ledger has none. */
export function detailsOf(ledger: Ledger, id: string): ReminderDetails | undefined {
  if (!isLive(ledger)) return undefined;
  const reminder = ledger.reminders.find((each) => each.id === id);
  if (reminder) {
    const { history, rang = [] } = reminder;
    return { ...nextOf(ledger, reminder), rang: rang.map((due_at) => rungOf(id, due_at)), history };
  }
  const unplanned = unplannedOf(ledger);
  return unplanned?.id === id ? { ...unplanned, rang: [], history: [] } : undefined;
}

/** Every reminder of a ledger, with all that became of it. */
export const allDetailsIn = (ledger: Ledger): ReminderDetails[] =>
  [...ledger.reminders.map(({ id }) => id), ...unplannedIdIn(ledger)].flatMap(
    (id) => detailsOf(ledger, id) ?? [],
  );

/** By which id its owner was told what cannot be planned, if they were. */
export function unplannedIdIn({ task_id, unplanned }: Ledger): string[] {
  if (!unplanned) return [];
  return [unplanned.id ?? unplannedIdOf({ task_id, at: unplanned.at })];
}

/** What is not over: it will ring, or its owner has to set it anew. */
export const isPending = ({ state }: Pick<Listed, "state">): boolean =>
  state === "planned" || state === "unplanned";

const isLive = (ledger: Ledger): ledger is LiveLedger => ledger.task !== undefined;

const isMoment = (due_at: string) => (rang: string) => Date.parse(rang) === Date.parse(due_at);

// That of the moment for which it is set is told by its state.
const rangBefore = ({ rang = [], due_at }: Reminder): string[] =>
  rang.filter((each) => !isMoment(due_at)(each));

function nextOf(ledger: LiveLedger, reminder: Reminder): Listed {
  const task_due = isWaiting(reminder) ? (reminder.date ?? ledger.task.due) : reminder.date;
  return { ...ringOf(ledger, reminder, reminder.state), ...(task_due && { task_due }) };
}

const ringOf = (
  { task_id, task: { title } }: LiveLedger,
  { id, slot, due_at, timezone }: Reminder,
  state: string,
): Listed => ({ ...rungOf(id, due_at), id, task_id, title, slot, state, timezone });

const rungOf = (id: string, due_at: string) => ({
  occurrence_id: occurrenceIdOf({ id, due_at }),
  due_at,
});

function unplannedOf(ledger: LiveLedger): Listed | undefined {
  const { task_id, task, unplanned } = ledger;
  const [id] = unplannedIdIn(ledger);
  if (!unplanned || id === undefined) return undefined;
  const { reason, at: due_at } = unplanned;
  const { title } = task;
  return { id, task_id, title, state: "unplanned", due_at, occurrence_id: id, reason };
}
