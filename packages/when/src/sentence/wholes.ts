import type { Facts, RepeatSaid } from "../grammar/facts.ts";
import type { Part } from "./parts.ts";
import { dayOfRepeat, isNoEnd, isTooShort, mergeRepeats } from "./repeats.ts";

/** Parts that together tell one time. */
export interface Whole {
  readonly facts: Facts;
  readonly parts: readonly Part[];
}

const ONLY_ONCE = [
  "day",
  "period",
  "zone",
  "ahead",
  "until",
  "starting",
  "lasting",
  "times",
  "except",
  "daysOut",
  "months",
  "relative",
] as const;

const defined = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const isAheadAndMore = ({ ahead }: Facts, other: Facts): boolean =>
  ahead !== undefined && (other.clocks ?? other.day ?? other.repeat) !== undefined;

/** "From the 5th to the 12th": without a series either may be the day. */
const startsOn = (one: Facts, other: Facts): boolean =>
  one.starting !== undefined && other.day !== undefined;

const bothSay = (one: Facts, other: Facts, key: keyof Facts): boolean =>
  one[key] !== undefined && other[key] !== undefined;

const NOT_PAST = [
  "day",
  "repeat",
  "ahead",
  "relative",
  "starting",
  "until",
  "lasting",
  "deadline",
] as const;

/** What is over goes with an hour, and with nothing else. */
const isBesidePast = (one: Facts, other: Facts): boolean =>
  (one.past ?? other.past) !== undefined &&
  NOT_PAST.some((key) => (one[key] ?? other[key]) !== undefined);

/** Whether two parts cannot be about the same time. Only what repeats may have two hours in a day. */
function contradict(one: Facts, other: Facts, repeat: RepeatSaid | undefined): boolean {
  if (ONLY_ONCE.some((key) => bothSay(one, other, key)) || isBesidePast(one, other)) return true;
  const isOdd = repeat ? isOddSeries(one, other, repeat) : isTwice(one, other);
  return isOdd || isAheadAndMore(one, other) || isAheadAndMore(other, one);
}

const isOddSeries = (one: Facts, other: Facts, repeat: RepeatSaid): boolean =>
  isTooShort(repeat, one.lasting ?? other.lasting) || isNoEnd(repeat, one.until ?? other.until);

const isTwice = (one: Facts, other: Facts): boolean =>
  bothSay(one, other, "clocks") || startsOn(one, other) || startsOn(other, one);

function merge(one: Facts, other: Facts): Facts | undefined {
  if (!one.repeat || !other.repeat) return joined(one, other);
  // "On Tuesdays at 6pm and Thursdays at 7pm" is two rules.
  const isSettled =
    (one.clocks !== undefined && one.repeat.weekdays !== undefined) ||
    (one.except ?? one.daysOut) !== undefined;
  const repeat = isSettled ? undefined : mergeRepeats(one.repeat, other.repeat);
  return repeat && joined({ ...one, repeat }, { ...other, repeat: undefined });
}

const clocksOf = (one: Facts, other: Facts): Pick<Facts, "clocks"> =>
  one.clocks && other.clocks ? { clocks: [...one.clocks, ...other.clocks] } : {};

function joined(one: Facts, other: Facts): Facts | undefined {
  const repeat = one.repeat ?? other.repeat;
  if (contradict(one, other, repeat)) return undefined;
  const facts = { ...one, ...defined(other), ...clocksOf(one, other) };
  if (!repeat || facts.day === undefined) return facts;
  const dated = dayOfRepeat(repeat, facts.day);
  return dated && { ...facts, day: undefined, ...dated };
}

/** "At noon tell Bob about last week": only an hour right before what is over belongs to it. */
const isApart = ({ parts }: Whole, { facts, from }: Part): boolean =>
  facts.past === true && (parts.at(-1)?.to ?? 0) + 1 < from;

/** Puts parts together as far as they agree; where two say different days, there are two wholes. */
export function assemble(parts: readonly Part[]): readonly Whole[] {
  const wholes: { facts: Facts; parts: Part[] }[] = [];
  for (const part of parts) {
    const last = wholes.at(-1);
    const merged = last && !isApart(last, part) ? merge(last.facts, part.facts) : undefined;
    if (last && merged) {
      last.facts = merged;
      last.parts.push(part);
    } else wholes.push({ facts: part.facts, parts: [part] });
  }
  return wholes.filter(({ facts }) => !facts.past);
}

/** Of several times, the one that is asked for: right after "remind me", else the only deadline, else all. */
export function wanted(
  wholes: readonly Whole[],
  leadIn: { readonly end: number; readonly reminds: boolean },
): readonly Whole[] {
  const [first] = wholes;
  if (first && leadIn.reminds && first.parts[0]?.from === leadIn.end) return [first];
  const deadlines = wholes.filter(({ facts }) => facts.deadline);
  return deadlines.length === 1 ? deadlines : wholes;
}
