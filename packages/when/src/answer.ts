import { type Offset, toLocal } from "@todo-mesh/recurrence";
import { formatMeaning } from "./format-meaning.ts";
import type { Facts } from "./grammar/facts.ts";
import type { Locale } from "./languages/languages.ts";
import type { Candidate, HourOfDay } from "./meaning.ts";
import type { ParsedTime } from "./parser.ts";
import { isoDay } from "./sense/calendar.ts";
import type { Found } from "./sense/found.ts";
import type { ZonedClock } from "./sense/zoned-clocks.ts";

/** Where the person is, and in which language they are answered. */
interface Answering {
  readonly home: ZonedClock;
  readonly locale: Locale;
}

/** A distance from the due time, with its words. */
export function offsetMeaning(
  { title, phrase }: ParsedTime,
  offset: Offset,
  { locale }: Answering,
): Candidate {
  const reading = formatMeaning({ kind: "offset", ...offset }, locale);
  return { kind: "offset", ...offset, anchor: "due", title, phrase, reading };
}

/** What is meant, with its words. */
export function meaningOf(
  found: Found,
  { title, phrase, facts }: ParsedTime,
  { home, locale }: Answering,
): Candidate {
  const words = { title, phrase };
  if (found.kind === "recurrence") {
    const { recurrence, allDay, next, end } = found;
    const series = {
      kind: "recurrence",
      recurrence,
      all_day: allDay,
      next,
      ...ending(end),
    } as const;
    return { ...series, ...words, reading: formatMeaning(series, locale) };
  }
  const past = found.past ? ({ past: true } as const) : {};
  if (found.kind === "date") {
    const date = isoDay(found.day);
    const reading = formatMeaning({ kind: "date", date }, locale);
    return { kind: "date", date, timezone: found.zone, ...past, ...words, reading };
  }
  const { at, end, zone: timezone } = found;
  const reading = formatMeaning({ kind: "instant", at, timezone, home: home.zone, end }, locale);
  return {
    kind: "instant",
    at,
    local: toLocal(at, timezone),
    timezone,
    ...ending(end),
    ...(tellsNoDay(facts) && { anyDay: true }),
    ...past,
    ...words,
    reading,
  };
}

const tellsNoDay = ({ day, ahead, starting, until }: Facts): boolean =>
  (day ?? ahead ?? starting ?? until) === undefined;

const ending = (end: HourOfDay | undefined) => end !== undefined && { end };
