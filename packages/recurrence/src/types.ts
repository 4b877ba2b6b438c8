/**
 * A time as a clock on the wall shows it, without zone: `2026-12-03T08:00:00`. Seconds may be left out when read,
 * never when written. A series may have a day alone in its place, for the midnight of it: `2026-12-03`.
 */
export type WallTime = string;

/** A day without time: `2026-12-03`. */
export type LocalDate = string;

/** An IANA time zone, such as `Europe/Rome`. */
export type Zone = string;

/** A series of dates: an RFC 5545 rule that starts at a wall time in a zone, or on a day, at its midnight. */
export interface Recurrence {
  /** The value of an RRULE, without the word itself: `FREQ=DAILY;INTERVAL=2`. */
  readonly rule: string;
  /** The DTSTART: what the rule does not say (the time, the day) is taken from here. */
  readonly start: WallTime;
  readonly timezone: Zone;
  /** Wall times, or days for their midnight, that do not happen. At most 10 000. */
  readonly exdates?: readonly WallTime[] | undefined;
  /** Those that happen beside the rule. At most 10 000. */
  readonly rdates?: readonly WallTime[] | undefined;
  /** A fixed series goes on by its schedule; one "from completion" waits until the last was done. */
  readonly from: "schedule" | "completion";
}

export interface Occurrence {
  readonly at: Date;
  /** What the wall clock shows at that moment: in a gap it is later than the rule says. */
  readonly local: WallTime;
}

/** Why there is no answer, in a sentence fit for people, and the part at fault: `INTERVAL`, `BYDAY`, `timezone`, … */
export interface Refusal {
  readonly refused: string;
  readonly part: string;
}
