const MINUTE_MS = 60_000;

/** Minutes since 1970: what due-buckets are numbered by. */
export const minuteOf = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS);

/** The first instant after the minute, in ms since 1970. */
export const endOf = (minute: number): number => (minute + 1) * MINUTE_MS;

/** Minutes from `from` up to, not including, `to`. */
export const minutesBetween = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
