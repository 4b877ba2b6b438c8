export type { Survey } from "./buckets/survey.ts";
export { createTimers, type Timers, type TimersOptions } from "./timers.ts";
export type { DueTimer, Timer } from "./timer.ts";
