import type { Grammar } from "../grammar/compile.ts";
import { textAt, type Token } from "../text/tokens.ts";
import { countsWhatFollows } from "./borders.ts";
import { findAll, idiomEnd, type Spot, wordBefore } from "./spots.ts";

const REACH = 5;

function belongsToVerb({ state: { tokens }, around, from }: Spot): boolean {
  const first = textAt(tokens, from);
  const isBefore = (verbs: ReadonlySet<string> | undefined, reach: number): boolean =>
    verbs !== undefined &&
    tokens.slice(Math.max(0, from - reach), from).some(({ text }) => verbs.has(text));
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
function endsHoliday({ state: { tokens, grammar }, from }: Spot): boolean {
  for (let first = from - 1; first >= 0 && first >= from - MOST_BEFORE; first -= 1) {
    const names = grammar.entries("holiday", textAt(tokens, first));
    const isOver = names.some(
      ({ words }) =>
        first + words.length > from && words.every((word, n) => word === textAt(tokens, first + n)),
    );
    if (isOver) return true;
  }
  return false;
}

/** What shows that a phrase is no time after all, wherever it stands. */
export const isOther = (spot: Spot): boolean =>
  endsHoliday(spot) ||
  isCount(spot) ||
  idiomEnd(spot.state, spot.around, spot.from) !== undefined ||
  isNumberOfThing(spot) ||
  belongsToVerb(spot);
