import type { Cause } from "../ledger/cause.ts";
import { isWaiting, type Reminder, step, type TaskFacts } from "../ledger/ledger.ts";
import type { Trigger } from "../triggers/trigger.ts";
import { SNOOZE } from "../triggers/slots.ts";
import { isDoneWith, nextTrigger, type Wanted, type TaskSnapshot } from "./next-trigger.ts";

/**
 * A reminder after news of a newer version. `previous` is the version before it: what that had planned and what
 * has yet to ring stays, however late we hear of the change.
 */
export function planReminder(
  before: Reminder | undefined,
  wanted: Wanted,
  { previous, now }: { readonly previous: TaskFacts | undefined; readonly now: Date },
): Reminder | undefined {
  const words: TaskSnapshot[] = [{ task: wanted.task, since: wanted.task.updated_at }];
  if (before && previous && isWaiting(before)) words.push({ task: previous, since: before.due_at });
  const [next] = words
    .flatMap((word) => nextTrigger(before, wanted, word) ?? [])
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return next ? plannedAt(before, wanted, next, now) : withoutRing(before, wanted, now);
}

/**
 * The reminder after news of an older version. Two writers' events can overtake each other: a newer change may
 * have made a time look past that this one had set while it was still to come.
 */
export function replanReminder(
  before: Reminder | undefined,
  wanted: Wanted,
  { older, now }: { readonly older: TaskFacts; readonly now: Date },
): Reminder | undefined {
  const trigger = nextTrigger(before, wanted, { task: older, since: older.updated_at });
  const isEarlier =
    trigger && !(before && isWaiting(before) && Date.parse(before.due_at) <= +trigger.at);
  if (!isEarlier) return before;
  const cause = { code: "set-in-time" } as const;
  return step(movedTo(before, wanted, trigger), "planned", { at: now, cause });
}

/** The reminder once nobody wants it. */
export function cancelReminder(before: Reminder, cause: Cause, now: Date): Reminder {
  const matters = isWaiting(before) || before.state === "missed";
  return matters ? step(before, "cancelled", { at: now, cause }) : before;
}

function plannedAt(
  before: Reminder | undefined,
  wanted: Wanted,
  trigger: Trigger,
  now: Date,
): Reminder {
  const there = movedTo(before, wanted, trigger);
  const isThere = before && isAt(before, trigger);
  if (isThere && isWaiting(before)) return there;
  return step(there, "planned", { at: now, cause: whyPlanned(before, wanted, trigger) });
}

function withoutRing(
  before: Reminder | undefined,
  wanted: Wanted,
  now: Date,
): Reminder | undefined {
  const { first } = wanted.rings;
  if (!first) return before && cancelReminder(before, { code: whyNone(wanted.task) }, now);
  if (before && !isWaiting(before) && isKnown(before, wanted, first)) return before;
  const cause = { code: "set-too-late" } as const;
  return step(movedTo(before, wanted, first), "missed", { at: now, cause });
}

const isAt = ({ due_at }: Reminder, { at }: Trigger): boolean =>
  Date.parse(due_at) === at.getTime();

const isKnown = (before: Reminder, { rings }: Wanted, trigger: Trigger): boolean =>
  isAt(before, trigger) || isDoneWith(before, rings, trigger);

function movedTo(
  before: Reminder | undefined,
  { id, slot }: Wanted,
  { at, date, timezone }: Trigger,
): Reminder {
  return {
    id,
    slot,
    due_at: at.toISOString(),
    ...(date && { date }),
    timezone,
    state: before?.state ?? "planned",
    ...(before?.rang && { rang: before.rang }),
    history: before?.history ?? [],
  };
}

const whyNone = ({ snoozed, muted }: TaskFacts): "silenced" | "no-date-left" =>
  snoozed || muted ? "silenced" : "no-date-left";

function whyPlanned(before: Reminder | undefined, { slot }: Wanted, trigger: Trigger): Cause {
  if (slot === SNOOZE) return { code: "snoozed" };
  if (!before) return { code: "wanted" };
  return isAt(before, trigger)
    ? { code: "wanted-again" }
    : { code: "moved", facts: { from: before.due_at } };
}
