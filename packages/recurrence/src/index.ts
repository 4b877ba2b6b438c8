export {
  beginOf,
  type Due,
  type DueDay,
  type DueTime,
  instantOf,
  isOverdue,
  isSameDate,
  movedTo,
  occurrenceOf,
  originalInstantOf,
} from "./due/due.ts";
export { canCountFrom, momentFrom, type Offset } from "./due/reminder.ts";
export { resolveDue, resolveMoment, wholeDay } from "./due/resolve.ts";
export {
  dateAt,
  datesAfter,
  type DueSeries,
  dueOn,
  isOfWholeDays,
  justBefore,
  lastDateWithin,
  rollForward,
} from "./due/series.ts";
export { afterCompletion } from "./rule/completion.ts";
export { mostInADay } from "./rule/density.ts";
export { describeRule } from "./rule/describe/describe.ts";
export { englishRules } from "./rule/describe/english.ts";
export { listOf } from "./rule/describe/lists.ts";
export type { DayGroup, RuleWords } from "./rule/describe/rule-words.ts";
export { lastOccurrence } from "./rule/last.ts";
export { type Asked, occurrences } from "./rule/occurrences.ts";
export { checkRule } from "./rule/parse.ts";
export type { Frequency } from "./rule/rule.ts";
export type { LocalDate, Occurrence, Recurrence, Refusal, WallTime, Zone } from "./types.ts";
export * as calendar from "./zone/calendar.ts";
export { canonicalZone } from "./zone/canonical.ts";
export { MONTH_NAMES, sayDay, sayWeekday, WEEKDAY_NAMES } from "./zone/names.ts";
export { isInRange, OUT_OF_RANGE } from "./zone/range.ts";
export { addDays, isDay, readWall, writeWall } from "./zone/wall.ts";
export {
  instantsOf,
  isAmbiguous,
  isInGap,
  isZone,
  offsetMinutes,
  offsetText,
  startOfDay,
  toInstant,
  toLocal,
  wallToInstant,
  zoneData,
} from "./zone/zone.ts";
