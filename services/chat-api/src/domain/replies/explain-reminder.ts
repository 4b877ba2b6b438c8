import type {
  Notification,
  ReminderDetails,
  ReminderExplanation,
  TaskOccurrence,
} from "@todo-mesh/contracts";
import { isDay, toLocal } from "@todo-mesh/recurrence";
import type { ExplanationWords, SaidFact } from "./explanation-words.ts";

type Fact = Omit<ReminderExplanation["facts"][number], "text"> & { readonly state: string };

/** What is known of a reminder's notifications; undefined: nobody could be asked. */
type Shown = readonly Notification[] | undefined;

/** What is known of a reminder: what its ledger has, what of it was shown, and the dates of its series. */
interface Known {
  readonly reminder: ReminderDetails;
  readonly shown: Shown;
  /** Each with a due time that says whether it is of a whole day. */
  readonly dates: readonly TaskOccurrence[];
}

/** What became of a reminder, in words of that language and by the clock of its zone. */
export function explainReminder(
  known: Known,
  { words, now }: { readonly words: ExplanationWords; readonly now: Date },
): ReminderExplanation {
  const { reminder } = known;
  const facts = factsOf(known, now).map(({ state, ...fact }) => ({
    ...fact,
    text: textOf({ state, ...fact }, words, reminder.timezone ?? "UTC"),
  }));
  return { reminder, facts, text: facts.map(({ text }) => text).join(" ") };
}

function factsOf({ reminder, shown, dates }: Known, now: Date): Fact[] {
  // That its time came is said by what was done then.
  const steps: Fact[] = reminder.history.filter(({ cause }) => cause !== "time-came");
  const { state, due_at, reason } = reminder;
  if (reason !== undefined) steps.push({ state, at: due_at, cause: state, facts: { reason } });
  const ofInbox = (shown ?? []).flatMap(({ created_at, read_at }) => [
    { state: "shown", at: created_at, cause: "shown" },
    ...(read_at === undefined ? [] : [{ state: "read", at: read_at, cause: "read" }]),
  ]);
  const known = [...steps, ...dates.map(factOfDate), ...ofInbox].toSorted(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
  if (shown) return known;
  return [...known, { state: "unknown", at: now.toISOString(), cause: "inbox-away" }];
}

function factOfDate({ occurrence, state, at, due }: TaskOccurrence): Fact {
  const ofDay = due !== undefined && "date" in due;
  const date = ofDay ? occurrence.local.slice(0, 10) : occurrence.at;
  const to = state === "moved" && due ? { to: ofDay ? due.date : due.at } : {};
  return { state, at, cause: `date-${state}`, facts: { date, ...to } };
}

function textOf({ state, at, cause, facts = {} }: Fact, words: ExplanationWords, zone: string) {
  // A newer version may write a code that is not known here.
  const by: Readonly<Record<string, string>> = words.by;
  const known: Readonly<Record<string, (said: SaidFact) => string>> = words.facts;
  const text = (name: string): string => String(facts[name] ?? "");
  const moment = (value: string): string => (value === "" ? "" : sayMoment(value, words, zone));
  const said = {
    at: sayExactly(at, words, zone),
    from: moment(text("from") || text("since")),
    to: moment(text("to")),
    date: moment(text("date")),
    by: by[text("by")] ?? "",
    time: text("time"),
    of: text("of"),
    reason: text("reason"),
  };
  return known[cause]?.(said) ?? words.other(said, state);
}

/** `Tuesday 24 November 2026, 09:00 (Europe/Rome)`, or the day alone. */
const sayMoment = (at: string, words: ExplanationWords, zone: string): string =>
  isDay(at) ? words.day(at) : `${sayExactly(at, words, zone)} (${zone})`;

const TENTH_MS = 100;

/** To the tenth of a second, where it is not a full minute. */
function sayExactly(at: string, words: ExplanationWords, zone: string): string {
  const then = new Date(at);
  const wall = toLocal(then, zone);
  const tenths = Math.floor(then.getUTCMilliseconds() / TENTH_MS);
  const clock = `${wall.slice(11, 19)}${tenths > 0 ? `.${tenths}` : ""}`;
  return `${words.day(wall)}, ${clock.endsWith(":00") ? clock.slice(0, 5) : clock}`;
}
