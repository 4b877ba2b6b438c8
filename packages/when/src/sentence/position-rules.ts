import type { Grammar } from "../grammar/compile.ts";
import type { Facts } from "../grammar/facts.ts";
import type { PositionRule } from "../grammar/language.ts";
import { findMatches } from "../grammar/match-rules.ts";
import type { Found, ParseState } from "../grammar/parse-state.ts";
import { textAt, type Token } from "../text/tokens.ts";
import { countsWhatFollows, isClauseStart, isShut, isTiedAfter, isTiedBefore } from "./borders.ts";
import type { ContextWords } from "./context-words.ts";

/** Where in a sentence a phrase stands. */
export interface Spot {
  readonly state: ParseState;
  readonly around: ContextWords;
  readonly from: number;
  readonly to: number;
  readonly facts: Facts;
  /** Right behind another time. */
  readonly afterTime: boolean;
  /** The first token after the lead-in. */
  readonly leadIn: number;
}

const REACH = 5;
const SMALL = /^\p{Ll}/u;

/** All that may be a part here, the longest first. */
export function findAll(state: ParseState, at: number): readonly Found<"part">[] {
  const { tokens } = state;
  if (isTiedBefore(tokens, at)) return [];
  return findMatches(state, at).filter(({ end }) => !isTiedAfter(tokens, end));
}

/** Whether nothing but a word or two like "and", "at" or a comma lies between. */
export function isBeside(
  { tokens }: ParseState,
  { joints }: ContextWords,
  [from, to]: readonly [number, number],
): boolean {
  return to - from <= 2 && tokens.slice(from, to).every(({ text }) => joints.has(text));
}

/** Where words that look like a time and are none end: "24/7". */
export function idiomEnd(
  { tokens, source }: ParseState,
  { idioms }: ContextWords,
  at: number,
): number | undefined {
  // A capital letter in an idiom is one in the text: "in 3D".
  const isWord = (word: string, n: number): boolean =>
    tokens[at + n]?.text === word.toLowerCase() &&
    (word === word.toLowerCase() || source.startsWith(word, tokens[at + n]?.start));
  const idiom = idioms.get(textAt(tokens, at))?.find((words) => words.every(isWord));
  return idiom && at + idiom.length;
}

// These must themselves stand beside a time, or alone.
const NO_COMPANY = new Set<PositionRule>(["near", "repeat", "alone", "heading", "perhaps", "tail"]);

function isBesideTime({ state, around, to, afterTime }: Spot): boolean {
  if (afterTime) return true;
  const next = around.joints.has(textAt(state.tokens, to)) ? to + 1 : to;
  const [found = findAll(state, next)[0]] = findAll(state, to);
  return found !== undefined && !NO_COMPANY.has(found.rule.place);
}

const isNumber = ({ state, around }: Spot, at: number): boolean =>
  state.tokens[at]?.kind === "number" || around.numbers.has(textAt(state.tokens, at));

const shut = ({ state, around, to }: Spot): boolean =>
  isShut(state.tokens, to, around) || findAll(state, to).length > 0;

const isBeforeSmall = ({ state: { source, tokens }, to }: Spot): boolean => {
  const next = tokens[to];
  return next?.kind === "word" && SMALL.test(source.slice(next.start, next.end));
};

const small = (spot: Spot): boolean => shut(spot) || isBeforeSmall(spot);
const noun = (spot: Spot): boolean => shut(spot) || !isBeforeSmall(spot);

const isAtBeginning = ({ state, from, leadIn }: Spot): boolean =>
  from <= leadIn || isClauseStart(state.tokens, from);

const open = (spot: Spot): boolean => isAtBeginning(spot) || spot.afterTime || shut(spot);

const last = (spot: Spot): boolean => {
  const kind = spot.state.tokens[spot.to]?.kind ?? "mark";
  return kind === "mark" || kind === "other" || isBesideTime(spot);
};

const behind = (spot: Spot): boolean =>
  spot.afterTime || (isAtBeginning(spot) && isBesideTime(spot));

const led = (spot: Spot): boolean => {
  const { state, from, to, leadIn } = spot;
  const isLed = leadIn > 0 && from === leadIn;
  return shut(spot) || (isLed && state.tokens[to]?.kind === "word");
};

const alone = ({ state: { tokens }, from, to, leadIn }: Spot): boolean =>
  from === leadIn && tokens.slice(to).every(({ kind }) => kind === "mark");

const heading = (spot: Spot): boolean => spot.leadIn > 0 && spot.from === spot.leadIn && shut(spot);

const uncounted = (spot: Spot): boolean =>
  open(spot) && (spot.afterTime || !isNumber(spot, spot.from - 1));

const tail = (spot: Spot): boolean => spot.afterTime && last(spot);

// "Room: 12" is "room 12".
function wordBefore({ state: { tokens }, from }: Spot): string {
  const before = textAt(tokens, from - 1);
  return before === ":" || before === "#" ? textAt(tokens, from - 2) : before;
}

const isHint = ({ state, around, from }: Spot): boolean =>
  around.hints.has(textAt(state.tokens, from - 1));

const PLACES: Readonly<Record<PositionRule, (spot: Spot) => boolean>> = {
  plain: () => true,
  free: () => true,
  open,
  shut,
  small,
  noun,
  near: isBesideTime,
  behind,
  led,
  alone,
  heading,
  uncounted,
  tail,
  last,
  repeat: last,
  settled: (spot) => isAtBeginning(spot) || isHint(spot),
  perhaps: (spot) => open(spot) && !spot.around.numbered.has(wordBefore(spot)),
};

function belongsToVerb({ state: { tokens }, around, from }: Spot): boolean {
  const first = textAt(tokens, from);
  const isBefore = (verbs: ReadonlySet<string> | undefined, reach: number): boolean =>
    tokens.slice(Math.max(0, from - reach), from).some(({ text }) => verbs?.has(text));
  // "Upgrade to 3.2.28": the number alone is no more a time than with its "to".
  const before = tokens[from]?.kind === "number" ? textAt(tokens, from - 1) : "";
  return (
    isBefore(around.verbs.get(first), 1) ||
    isBefore(around.verbsApart.get(first), REACH) ||
    isBefore(around.verbsApart.get(before), REACH)
  );
}

// "2nd" as well as "2".
const isOfNumber = ({ ordinalEnds }: Grammar, { kind, glued, text }: Token): boolean =>
  kind !== "word" || (glued && ordinalEnds.has(text));

const isNumberOfThing = (spot: Spot): boolean =>
  !spot.afterTime &&
  spot.around.numbered.has(wordBefore(spot)) &&
  spot.state.tokens
    .slice(spot.from, spot.to)
    .every((token) => isOfNumber(spot.state.grammar, token));

const WITH_ARTICLE = new Set<PositionRule>(["plain", "shut", "small", "led"]);

const isNamed = (place: PositionRule, spot: Spot): boolean =>
  !WITH_ARTICLE.has(place) && spot.around.articles.has(wordBefore(spot));

// "Quarter to three": behind its minutes the hour counts nothing; but "9 30 push-ups" are thirty.
const endsInHour = ({ facts: { clocks = [] }, state: { tokens, grammar }, to }: Spot): boolean => {
  const { minute = 0 } = clocks.at(-1) ?? {};
  const last = textAt(tokens, to - 1);
  const number = grammar.entries("number_word", last)[0]?.value ?? Number(last);
  return minute > 0 && number % 10 !== minute % 10;
};

// "6 options", but "6pm Tues".
const isCount = (spot: Spot): boolean => countsNext(spot) && !endsInHour(spot);

const countsNext = ({ state, around, from, to }: Spot): boolean =>
  state.tokens.slice(from, to).every(({ text }) => text !== ":") &&
  countsWhatFollows(state.tokens, to, around) &&
  findAll(state, to).length === 0;

const MOST_BEFORE = 2;

/** "Sunday" of "Palm Sunday", which is no Sunday that comes soon. */
const endsHoliday = ({ state: { tokens, grammar }, from }: Spot): boolean =>
  Array.from({ length: MOST_BEFORE }, (_, n) => from - 1 - n).some((first) =>
    grammar
      .entries("holiday", textAt(tokens, first))
      .some(
        ({ words }) =>
          first + words.length > from &&
          words.every((word, n) => word === textAt(tokens, first + n)),
      ),
  );

/** What shows that a phrase is no time after all, wherever it stands. */
const isOther = (spot: Spot): boolean =>
  endsHoliday(spot) ||
  isCount(spot) ||
  idiomEnd(spot.state, spot.around, spot.from) !== undefined ||
  isNumberOfThing(spot) ||
  belongsToVerb(spot);

/** Whether a phrase that must stand in such a place does. */
export const stands = (place: PositionRule, spot: Spot): boolean =>
  !isNamed(place, spot) && !isOther(spot) && PLACES[place](spot);
