/** What can happen lies in these years: reminders and repetitions of it can be a year and more beside it. */
const FIRST_MOMENT = 0;
const AFTER_THE_LAST = Date.UTC(9_998, 0);

/** In words, what lies in range. */
export const OUT_OF_RANGE = "a time between 1970 and the end of 9997";

/** Whether a task can be due then, and there are days on all sides of it that can be written down. */
export const isInRange = (at: Date): boolean =>
  at.getTime() >= FIRST_MOMENT && at.getTime() < AFTER_THE_LAST;
