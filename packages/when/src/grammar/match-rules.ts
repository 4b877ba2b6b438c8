import { textAt } from "../text/tokens.ts";
import { builders } from "./builders.ts";
import type { CompiledRule, Item } from "./compile.ts";
import { plain } from "./plain.ts";
import type { Found, ParseState } from "./parse-state.ts";
import type { Builders, Made, Match, Slot, Values, Word } from "./values.ts";

type Filled<S extends Slot> = { [K in S]?: Values[K] | undefined };

interface Spot {
  readonly state: ParseState;
  readonly at: number;
}

interface Attempt {
  readonly state: ParseState;
  readonly items: readonly Item[];
  readonly slots: Filled<Slot>;
}

const DEEPEST = 48;
const table: Builders = builders;

/** The longest that any rule makes of the words from here; the first rule wins a tie. */
function findMade<K extends Made>(slot: K, state: ParseState, at: number): Found<K> | undefined {
  const rules = rulesFor(slot, state, at);
  if (rules.length === 0) return undefined;
  const memo: Map<number, Found<K> | undefined> = (state.found[slot] ??= new Map());
  if (memo.has(at)) return memo.get(at);
  if (state.depth >= DEEPEST) return undefined;
  state.depth += 1;
  const best = longest(slot, rules, { state, at });
  state.depth -= 1;
  memo.set(at, best);
  return best;
}

function longest<K extends Made>(
  slot: K,
  rules: readonly CompiledRule[],
  spot: Spot,
): Found<K> | undefined {
  let best: Found<K> | undefined;
  for (const rule of rules) {
    const found = follow(slot, rule, spot);
    if (found && found.end > (best?.end ?? spot.at)) best = found;
  }
  return best;
}

const NOTHING: readonly never[] = [];

// Thousands of numbers in a row are no sentence; one of everyday takes some twenty tries.
const MOST_TRIES = 25_000;

/** All that the words from here may say about time, the longest first; nothing more in a text that took too much work. */
export function findMatches(state: ParseState, at: number): readonly Found<"part">[] {
  const rules = rulesFor("part", state, at);
  if (rules.length === 0) return NOTHING;
  const known = state.parts.get(at);
  if (known) return known;
  if (state.effort >= MOST_TRIES) return NOTHING;
  const found: Found<"part">[] = [];
  for (const rule of rules) {
    const part = follow("part", rule, { state, at });
    if (part) found.push(part);
  }
  found.sort((one, other) => other.end - one.end);
  state.parts.set(at, found);
  return found;
}

function follow<K extends Made>(slot: K, rule: CompiledRule, { state, at }: Spot) {
  const slots: Filled<Slot> = {};
  state.effort += 1;
  const end = matchItems({ state, items: rule.items, slots }, 0, at);
  const value = end === undefined ? undefined : table[slot][rule.means]?.(slots);
  return value && end !== undefined ? { value, end: beforeComma(state, end), rule } : undefined;
}

// A comma that what was to follow it left behind belongs to the sentence: "March 9, remind me".
const beforeComma = ({ tokens }: ParseState, end: number): number =>
  textAt(tokens, end - 1) === "," ? end - 1 : end;

// Takes an optional item when the rest then fits, else goes on without it.
function matchItems(attempt: Attempt, index: number, at: number): number | undefined {
  const item = attempt.items[index];
  if (item === undefined) return at;
  if (!item.optional) {
    const end = matchItem(attempt, item, at);
    return end === undefined ? undefined : matchItems(attempt, index + 1, end);
  }
  const before = item.kind === "words" ? undefined : attempt.slots[item.slot];
  const end = matchItem(attempt, item, at);
  const rest = end === undefined ? undefined : matchItems(attempt, index + 1, end);
  if (rest !== undefined) return rest;
  if (item.kind !== "words") restore(attempt.slots, item.slot, before);
  return matchItems(attempt, index + 1, at);
}

function restore<K extends Slot>(slots: Filled<Slot>, slot: K, before: Filled<Slot>[K]): void {
  slots[slot] = before;
}

function matchItem({ state, slots }: Attempt, item: Item, at: number): number | undefined {
  const token = state.tokens[at];
  if (token === undefined || (item.glued && !token.glued)) return undefined;
  if (item.kind === "words") return runsEnd(state, item.words, at);
  if (item.kind === "listed") return put(slots, item.slot, findWord(item.slot, state, at));
  if (item.kind === "made") return put(slots, item.slot, findMade(item.slot, state, at));
  return put(slots, item.slot, plain[item.slot](state, at));
}

// Loops, and not `find` or `every`: nothing is done more often than this and the next two.
function runsEnd(state: ParseState, runs: readonly (readonly string[])[], at: number) {
  for (const run of runs) if (matchesRun(state, run, at)) return at + run.length;
  return undefined;
}

function matchesRun({ tokens }: ParseState, words: readonly string[], at: number): boolean {
  for (let n = 0; n < words.length; n += 1) if (tokens[at + n]?.text !== words[n]) return false;
  return true;
}

/** Keeps what fills a slot, and says where it ends. */
function put<K extends Slot>(
  slots: Filled<Slot>,
  slot: K,
  found: Match<Filled<Slot>[K]> | undefined,
): number | undefined {
  if (found) slots[slot] = found.value;
  return found?.end;
}

function findWord<K extends Word>(slot: K, state: ParseState, at: number) {
  const { source, tokens, grammar } = state;
  const token = tokens[at];
  if (token === undefined) return undefined;
  for (const { words, exact, value } of grammar.entries(slot, token.text)) {
    const isWritten = exact === undefined || source.startsWith(exact, token.start);
    if (isWritten && matchesRun(state, words, at)) return { value, end: at + words.length };
  }
  return undefined;
}

function rulesFor(slot: Made, state: ParseState, at: number): readonly CompiledRule[] {
  const { tokens, ahead, lookAhead } = state;
  const one = tokens[at];
  if (one === undefined) return [];
  return (ahead[at] ??= lookAhead(one, tokens[at + 1]))(slot);
}
