import type { ParseState } from "../grammar/parse-state.ts";
import { textAt } from "../text/tokens.ts";
import { countsWhatFollows, isShut, isTiedAfter, isTiedBefore } from "./borders.ts";
import type { Part } from "./parts.ts";
import type { ContextWords } from "./context-words.ts";

/** Where the words beside a time are looked at. */
interface Look {
  readonly state: ParseState;
  readonly around: ContextWords;
  /** Where words lie that were understood. */
  readonly isTaken: (at: number) => boolean;
}

const REACH = 4;
const MOST_BEFORE_YEAR = 5;
const YEAR = /^(?:19|20)\d\d$/;
const FEW_DIGITS = /^\d{1,4}$/;

const wordAt = ({ state }: Look, at: number): string => textAt(state.tokens, at);

const isNumber = (look: Look, at: number): boolean =>
  FEW_DIGITS.test(wordAt(look, at)) || look.around.numbers.has(wordAt(look, at));

/** A number that neither counts, nor names, nor is part of something else. */
function isBareNumber(look: Look, at: number): boolean {
  const { state, around, isTaken } = look;
  const { tokens } = state;
  if (isTaken(at) || !isNumber(look, at)) return false;
  if (isTiedBefore(tokens, at) || isTiedAfter(tokens, at + 1)) return false;
  if (isYearAhead(look, at + 1)) return true;
  return !countsWhatFollows(tokens, at + 1, around) && !around.numbered.has(wordAt(look, at - 1));
}

/** "In 2029", "of the year 2029", ", 2029". */
function isYearAhead(look: Look, to: number): boolean {
  const { loose } = look.around;
  const isOf = (word: string): boolean =>
    word === "," || loose.of.has(word) || loose.articles.has(word) || loose.units.has(word);
  for (let at = to; at < to + MOST_BEFORE_YEAR && !look.isTaken(at); at += 1) {
    const word = wordAt(look, at);
    if (!isOf(word)) return at > to && YEAR.test(word);
  }
  return false;
}

type Check = (look: Look, at: number) => boolean;

/** "Tomorrow at nine … 30", "tomorrow at 9 … at 30". */
function isLooseNumber(look: Look, to: number): boolean {
  const at = look.around.loose.at.has(wordAt(look, to)) ? to + 1 : to;
  return isBareNumber(look, at) && endsBehind(look, at + 1);
}

/** "Tomorrow … at 25:00". */
const isLooseClock: Check = (look, to) =>
  look.around.loose.at.has(wordAt(look, to)) &&
  !look.isTaken(to + 1) &&
  FEW_DIGITS.test(wordAt(look, to + 1)) &&
  wordAt(look, to + 2) === ":";

/** "A month", "per week". */
const isLooseRate: Check = (look, to) =>
  look.around.loose.per.has(wordAt(look, to)) && look.around.loose.units.has(wordAt(look, to + 1));

const isLooseJoint: Check = (look, to) =>
  look.around.loose.between.has(wordAt(look, to)) && look.isTaken(to + 1);

/** "At 5 … or 6". */
const isLooseChoice: Check = (look, to) =>
  look.around.loose.choices.has(wordAt(look, to)) && isLooseNumber(look, to + 1);

/** Words that are always about the time they stand beside: "am", "Monday", "except". */
const isLooseWord: Check = ({ state, around: { loose } }, at) =>
  !isTiedBefore(state.tokens, at) &&
  [loose.except, loose.halves, loose.days].some((each) => each.has(textAt(state.tokens, at)));

const BEHIND: readonly Check[] = [
  isLooseWord,
  isYearAhead,
  isLooseRate,
  isLooseJoint,
  isLooseChoice,
  isLooseNumber,
  isLooseClock,
];

/** "30" at the end, before a mark or another number, but not that of "30 push-ups". */
function endsBehind(look: Look, at: number): boolean {
  const { state, around, isTaken } = look;
  const next = wordAt(look, at);
  const goesOn = around.loose.of.has(next) || around.loose.except.has(next);
  return goesOn || isShut(state.tokens, at, around) || isTaken(at) || isNumber(look, at);
}

/** "The end of … the second week". */
const isLooseEdge: Check = (look, before) => {
  const { articles, of, edges } = look.around.loose;
  const at = articles.has(wordAt(look, before)) ? before - 1 : before;
  return of.has(wordAt(look, at)) && edges.has(wordAt(look, at - 1));
};

/** "25 to … 6", "quarter to …". */
const isLooseStart: Check = (look, before) =>
  look.around.loose.between.has(wordAt(look, before)) &&
  (look.around.loose.except.has(wordAt(look, before - 1)) || isBareNumber(look, before - 1));

/** "3 or … 4 December". */
const isLooseChoiceBefore: Check = (look, before) =>
  look.around.loose.choices.has(wordAt(look, before)) && isBareNumber(look, before - 1);

const isLooseEach: Check = (look, before) => look.around.loose.every.has(wordAt(look, before));

/** "The second … week of next year". */
const isLooseCount: Check = (look, before) =>
  look.around.loose.units.has(wordAt(look, before + 1)) &&
  look.around.numbers.has(wordAt(look, before));

const AHEAD: readonly Check[] = [
  isLooseWord,
  isLooseEach,
  isLooseEdge,
  isLooseStart,
  isLooseChoiceBefore,
  isLooseCount,
];

const isLooseBefore = (look: Look, from: number): boolean =>
  from > 0 && !look.isTaken(from - 1) && AHEAD.some((check) => check(look, from - 1));

const isLooseBehind = (look: Look, to: number): boolean =>
  !look.isTaken(to) && BEHIND.some((check) => check(look, to));

/** "For 5 days from Monday" is no day that many days later. */
const isLength = (look: Look, { from, facts }: Part): boolean =>
  facts.day?.day === "moved" && look.around.loose.for.has(wordAt(look, from));

/** "Friday … two weeks" may be a week day then, or how long it takes. */
const isLooseDistance = (look: Look, { to, facts }: Part): boolean =>
  facts.day?.day === "weekday" &&
  !look.isTaken(to) &&
  isNumber(look, to) &&
  look.around.loose.distances.has(wordAt(look, to + 1)) &&
  isShut(look.state.tokens, to + 2, look.around);

/** An end of a series that was not understood: "every Monday until the end of summer". */
const isLooseEnd = (look: Look, to: number): boolean =>
  look.around.loose.until.has(wordAt(look, to)) &&
  !look.isTaken(to) &&
  Array.from({ length: REACH }, (_, n) => wordAt(look, to + 1 + n)).some(
    (word) => YEAR.test(word) || look.around.loose.times.has(word),
  );

/**
 * The net under all rules: whether beside some of all parts stands a word that could belong to their time, and
 * was neither understood nor is known to be something else. Then no date is made of them.
 */
export function looseBeside(state: ParseState, around: ContextWords, all: readonly Part[]) {
  const isTaken = (at: number): boolean => all.some(({ from, to }) => from <= at && at < to);
  const look: Look = { state, around, isTaken };
  return (parts: readonly Part[]): boolean => {
    const repeats = parts.some(({ facts }) => facts.repeat);
    return parts.some(
      (part) =>
        isLength(look, part) ||
        isLooseBefore(look, part.from) ||
        isLooseBehind(look, part.to) ||
        isLooseDistance(look, part) ||
        (repeats && isLooseEnd(look, part.to)),
    );
  };
}
