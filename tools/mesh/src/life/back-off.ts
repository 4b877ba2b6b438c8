const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** A part that stood this long was well: its next death counts as the first. */
export const WELL_AFTER_MS = 60_000;

/** How long to wait before the next start, in milliseconds, after `deaths` deaths in a row. */
export const backOffMs = (deaths: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, deaths - 1));

/** How many deaths in a row this one makes, when the part stood `stoodMs` before it. */
export const deathsInARow = (before: number, stoodMs: number): number =>
  stoodMs >= WELL_AFTER_MS ? 1 : before + 1;
