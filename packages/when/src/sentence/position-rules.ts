import type { PositionRule } from "../grammar/language.ts";
import { textAt } from "../text/tokens.ts";
import { isClauseStart, isShut } from "./borders.ts";
import { isOther } from "./no-time.ts";
import { findAll, type Spot, wordBefore } from "./spots.ts";

const SMALL = /^\p{Ll}/u;

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

const atEnd = (spot: Spot): boolean => {
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

const tail = (spot: Spot): boolean => spot.afterTime && atEnd(spot);

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
  last: atEnd,
  repeat: atEnd,
  settled: (spot) => isAtBeginning(spot) || isHint(spot),
  perhaps: (spot) => open(spot) && !spot.around.numbered.has(wordBefore(spot)),
};

const WITH_ARTICLE = new Set<PositionRule>(["plain", "shut", "small", "led"]);

const isNamed = (place: PositionRule, spot: Spot): boolean =>
  !WITH_ARTICLE.has(place) && spot.around.articles.has(wordBefore(spot));

/** Whether a phrase that must stand in such a place does. */
export const stands = (place: PositionRule, spot: Spot): boolean =>
  !isNamed(place, spot) && !isOther(spot) && PLACES[place](spot);
