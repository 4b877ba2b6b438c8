export { MONTH_NAMES, WEEKDAY_NAMES } from "./names.ts";
export { checkRule, type Verdict } from "./recurrence/check.ts";
export { afterCompletion, type Continued } from "./recurrence/completion.ts";
export { mostInADay } from "./recurrence/density.ts";
export { describeRule } from "./recurrence/describe/describe.ts";
export { lastOccurrence } from "./recurrence/last.ts";
export { type Asked, occurrences } from "./recurrence/occurrences.ts";
export type { LocalDate, Occurrence, Recurrence, Refusal, WallTime, Zone } from "./types.ts";
export {
  instantsOf,
  isAmbiguous,
  isInGap,
  isZone,
  offsetMinutes,
  offsetText,
  toInstant,
  toLocal,
  zoneData,
} from "./zone/zone.ts";
export { isDay } from "./zone/wall.ts";
export { momentFrom } from "./zone/from-due.ts";
export type { Offset } from "./phrase/meaning.ts";
export {
  type Candidate,
  type Context,
  cutLeadIn,
  type Meaning,
  readingOf,
  resolve,
} from "./phrase/index.ts";
