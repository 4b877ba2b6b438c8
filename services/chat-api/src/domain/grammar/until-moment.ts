import {
  atFault,
  type DueTime,
  isRefusal,
  type Refusal,
  type UntilInput,
} from "@todo-mesh/contracts";
import { resolveMoment } from "@todo-mesh/recurrence";
import { type Context, type Meaning, resolve } from "@todo-mesh/when";
import { LANGUAGES } from "../languages/languages.ts";
import { because, REASONS } from "../tasks/reasons.ts";

/** When, where and how something was said; `dayBegins`: from which time of day on its person wants to hear of a day. */
export interface Spoken extends Context {
  readonly dayBegins?: string | undefined;
}

/** Until when, as somebody said it; `context`: where and how they speak. */
export interface SaidUntil {
  readonly until: UntilInput;
  readonly context?: Omit<Spoken, "now"> | undefined;
}

const MINUTE_MS = 60_000;
/** Where its person has not chosen when a day begins. */
const DAY_BEGINS = "09:00";
const LONGEST_MS = 366 * 24 * 60 * MINUTE_MS;

const none = (message: string): Refusal => atFault({ field: "until", message });
/** What is said when nothing is. */
export const NO_MOMENT = none(REASONS["no-moment"]);

type Found = { readonly moment: DueTime } | Refusal;

/** The moment that is meant, to come and within a year; or why there is none. */
export function untilMoment(said: SaidUntil, now: Date): Found {
  const found = momentOf(said, now);
  if (isRefusal(found)) return found;
  const aheadMs = Date.parse(found.moment.at) - now.getTime();
  if (aheadMs <= 0) return none(REASONS["moment-over"]);
  return aheadMs > LONGEST_MS ? none(REASONS["moment-far"]) : found;
}

/** The moment that is meant, whenever that is; or why there is none. */
export function momentOf({ until, context }: SaidUntil, now: Date): Found {
  const timezone = context?.timezone ?? "UTC";
  if ("minutes" in until)
    return at(new Date(now.getTime() + until.minutes * MINUTE_MS).toISOString(), timezone);
  if (!("text" in until)) return found(resolveMoment(until));
  const where = { ...context, timezone: until.timezone ?? timezone };
  return meant(resolve(asPhrase(until.text), { ...where, now }), context?.dayBegins);
}

/** The words about a time, without those that tie it to an action. */
export const asPhrase = (text: string): string =>
  Object.values(LANGUAGES).reduce((said, { sentences }) => sentences.untilPhrase(said), text);

function meant(meaning: Meaning, dayBegins = DAY_BEGINS): Found {
  if (meaning.kind === "instant") return at(meaning.at.toISOString(), meaning.timezone);
  if (meaning.kind === "date") {
    const local = `${meaning.date}T${dayBegins}`;
    return found(resolveMoment({ local, timezone: meaning.timezone }));
  }
  if (meaning.kind !== "ambiguous") return NO_MOMENT;
  const choices = meaning.candidates.map(({ reading }) => reading).join("; ");
  return none(because("which-moment", choices));
}

const at = (instant: string, timezone: string): Found =>
  found(resolveMoment({ at: instant, timezone }));

const found = (resolved: ReturnType<typeof resolveMoment>): Found =>
  resolved.kind === "due" ? { moment: resolved.due } : none(resolved.message);
