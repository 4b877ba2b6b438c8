const MINUTE_MS = 60_000;

/** How long ago, in the largest unit that says enough; never less than a minute. */
export const ago = (ms: number): string => `${lengthOf(Math.floor(ms / MINUTE_MS))} ago`;

/** How long until then; a few seconds more or less are not told. */
export const ahead = (ms: number): string => `in ${lengthOf(Math.round(ms / MINUTE_MS))}`;

/** Whether that is so near that nobody would count the minutes. */
export const isNow = (ms: number): boolean => Math.abs(ms) < MINUTE_MS / 2;

function lengthOf(minutes: number): string {
  if (minutes < 60) return count(Math.max(1, minutes), "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? count(hours, "hour") : count(Math.floor(hours / 24), "day");
}

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? "" : "s"}`;
