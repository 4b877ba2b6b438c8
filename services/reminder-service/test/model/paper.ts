import type { Task } from "@todo-mesh/contracts";

/*
 * What a list on paper would say of the reminders of one task, in minutes of a day without surprises: slow, plain,
 * and in another way than the service works it out.
 */

export const DAY_BEGINS = Date.UTC(2026, 10, 22, 8);
const MINUTE_MS = 60_000;
/** Nothing of interest happens after this minute. */
export const LAST_MINUTE = 90;

export const minuteOf = (iso: string): number => (Date.parse(iso) - DAY_BEGINS) / MINUTE_MS;
export const isoAt = (minute: number): string =>
  new Date(DAY_BEGINS + minute * MINUTE_MS).toISOString();

/**
 * One moment at which a version of the task wants one of its reminders; `date` is the minute of the date it speaks
 * of, `of` the minute at which the rule has that date.
 */
export interface Wish {
  readonly slot: string;
  readonly at: number;
  readonly date?: number | undefined;
  readonly of?: number | undefined;
}

const FIXED = /^FREQ=MINUTELY;INTERVAL=(\d+)$/;

const everyOf = (repeat: Task["repeat"]): number =>
  repeat?.from === "schedule" ? Number(FIXED.exec(repeat.rule)?.[1]) : 0;

/** The dates of a version, up to a while after the day: its due time and, of a fixed series, all later ones of the rule. */
function datesOf({ due, repeat }: Task): { readonly date: number; readonly of: number }[] {
  if (!due || !("at" in due)) return [];
  const of = minuteOf(due.occurrence?.at ?? due.at);
  const first = { date: minuteOf(due.at), of };
  const every = everyOf(repeat);
  if (!every) return [first];
  const later = Array.from({ length: 40 }, (_, n) => n * every).filter((date) => date > of);
  return [first, ...later.map((date) => ({ date, of: date }))];
}

/** All that a version of the task wants to ring. */
export function wishesOf(task: Task): Wish[] {
  if (task.status === "done" || task.deleted_at) return [];
  const { snoozed, muted } = task;
  const told = wishesTold(task);
  const heard = snoozed ? withSnooze(told, minuteOf(snoozed.since), minuteOf(snoozed.until)) : told;
  return heard.filter(({ at }) => !muted || at >= minuteOf(muted.until));
}

/** The version as if nobody had muted it: a mute has an end, and what repeats itself waits for that. */
export function unmuted(task: Task): Task {
  const { muted: _, ...others } = task;
  return others;
}

function wishesTold(task: Task): Wish[] {
  return (task.reminders ?? [{ minutes: 0 }]).flatMap((reminder): Wish[] => {
    if ("at" in reminder) return [{ slot: `at:${reminder.at}`, at: minuteOf(reminder.at) }];
    if (!("minutes" in reminder)) throw new Error("The paper knows no calendar days");
    const { minutes } = reminder;
    const slot = minutes === 0 ? "due" : `minutes:${minutes}`;
    const wishes = datesOf(task).map(({ date, of }) => ({ slot, at: date + minutes, date, of }));
    // A date that was moved to the moment of another one rings for both.
    return wishes.filter(({ at }, n) => wishes.findIndex((each) => each.at === at) === n);
  });
}

/** What rang last when it was said, or rings next, waits until then with all that is of its date or of none. */
function withSnooze(told: readonly Wish[], said: number, until: number): Wish[] {
  const dated = told
    .filter(({ of }) => of !== undefined)
    .toSorted((one, other) => one.at - other.at);
  const its = dated.findLast(({ at }) => at <= said) ?? dated.find(({ at }) => at > said);
  const waits = (wish: Wish): boolean =>
    wish.at < until && (!its || wish.of === undefined || isOneDate(wish, its));
  const date = its && { date: its.date, of: its.of };
  return [...told.filter((wish) => !waits(wish)), { slot: "snooze", at: until, ...date }];
}

/** Whether a version's person knows of that ring. */
export const isKnown = ({ acknowledged_at }: Task, { at }: Wish): boolean =>
  acknowledged_at !== undefined && at <= minuteOf(acknowledged_at);

/** Whether two speak of one date: it has one place in the rule, or one due time, or both speak of none. */
const isOneDate = (one: Wish, other: Wish): boolean =>
  one.of === other.of || (one.date !== undefined && one.date === other.date);

/**
 * Whether two are one ring: at one moment of one date, or of no date at all. Who snoozed until one moment twice is told
 * then, once, of whichever date that was when it rang.
 */
export const isOneRing = (one: Wish, other: Wish): boolean =>
  one.at === other.at &&
  ((isSnooze(one) && isSnooze(other)) ||
    one.of === undefined ||
    other.of === undefined ||
    isOneDate(one, other));

const isSnooze = ({ slot }: Wish): boolean => slot === "snooze";

const isSameWish = (one: Wish, other: Wish): boolean =>
  one.slot === other.slot && one.at === other.at && isOneDate(one, other);

export const wants = (task: Task, wish: Wish): boolean =>
  wishesOf(task).some((other) => isSameWish(other, wish));

/** The version that was in force at that minute: the last one made until then. */
export const inForceAt = (versions: readonly Task[], minute: number): Task | undefined =>
  versions.findLast(({ updated_at }) => minuteOf(updated_at) <= minute);

export const isSeries = ({ repeat }: Task): boolean => repeat?.from === "schedule";
