interface Moment {
  readonly at: string;
  readonly timezone: string;
  readonly now: Date;
}

/** An instant as a clock on the wall shows it there: `at 09:00 (Europe/Rome)`, with its date when that is not today's. */
export function wallTime({ at, timezone, now }: Moment): string {
  const { zone, clock } = clockIn(timezone);
  const then = read(clock, new Date(at));
  const isToday = then.date === read(clock, now).date;
  return `${isToday ? "" : `on ${then.date} `}at ${then.time} (${zone})`;
}

interface Day {
  /** 2026-12-03 */
  readonly date: string;
  readonly timezone: string;
  readonly now: Date;
}

const DAY_MS = 86_400_000;

/** A day as people name it there and then: `today`, `tomorrow`, `yesterday`, `on 3 December 2026`. */
export function dayName({ date, timezone, now }: Day): string {
  const today = read(clockIn(timezone).clock, now).date;
  const dayFrom = (days: number): string =>
    read(clockIn("UTC").clock, new Date(Date.parse(date) + days * DAY_MS)).date;
  if (today === dayFrom(0)) return "today";
  if (today === dayFrom(-1)) return "tomorrow";
  return today === dayFrom(1) ? "yesterday" : `on ${dayFrom(0)}`;
}

function read(clock: Intl.DateTimeFormat, at: Date) {
  const parts = clock.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((found) => found.type === type)?.value ?? "";
  return {
    date: `${part("day")} ${part("month")} ${part("year")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

// Making a formatter costs a hundred times what using it does, and there are only a few hundred zones.
const known = new Map<string, Intl.DateTimeFormat>();

// A zone newer than this runtime must not keep a notification from being shown.
function clockIn(timezone: string): { zone: string; clock: Intl.DateTimeFormat } {
  try {
    const clock = known.get(timezone) ?? formatter(timezone);
    known.set(timezone, clock);
    return { zone: timezone, clock };
  } catch {
    return { zone: "UTC", clock: formatter("UTC") };
  }
}

const formatter = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
