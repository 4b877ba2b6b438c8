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

/** All that the words from here may say about time, the longest first. */
export function findMatches(state: ParseState, at: number): readonly Found<"part">[] {
  const rules = rulesFor("part", state, at);
  if (rules.length === 0) return NOTHING;
  const known = state.parts.get(at);
  if (known) return known;
  const found = rules
    .flatMap((rule) => follow("part", rule, { state, at }) ?? [])
    .toSorted((one, other) => other.end - one.end);
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
  const before = item.kind === "words" ? undefined : attempt.slots[item.slot];
  const end = matchItem(attempt, item, at);
  const rest = end === undefined ? undefined : matchItems(attempt, index + 1, end);
  if (rest !== undefined || !item.optional) return rest;
  if (item.kind !== "words") restore(attempt.slots, item.slot, before);
  return matchItems(attempt, index + 1, at);
}

function restore<K extends Slot>(slots: Filled<Slot>, slot: K, before: Filled<Slot>[K]): void {
  slots[slot] = before;
}

function matchItem({ state, slots }: Attempt, item: Item, at: number): number | undefined {
  const token = state.tokens[at];
  if (token === undefined || (item.glued && !token.glued)) return undefined;
  if (item.kind === "listed") return put(slots, item.slot, findWord(item.slot, { state, at }));
  if (item.kind === "made") return put(slots, item.slot, findMade(item.slot, state, at));
  if (item.kind === "plain") return put(slots, item.slot, plain[item.slot](state, at));
  const run = item.words.find((words) => matchesRun(state, words, at));
  return run && at + run.length;
}

// A loop, and not `every`: nothing here is done more often.
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

function findWord<K extends Word>(slot: K, { state, at }: Spot) {
  const { source, tokens, grammar } = state;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const written = ({ exact }: { readonly exact?: string }): boolean =>
    exact === undefined || source.startsWith(exact, token.start);
  const found = grammar
    .entries(slot, token.text)
    .find((entry) => matchesRun(state, entry.words, at) && written(entry));
  return found && { value: found.value, end: at + found.words.length };
}

function rulesFor(slot: Made, state: ParseState, at: number): readonly CompiledRule[] {
  const { tokens, ahead, lookAhead } = state;
  const one = tokens[at];
  if (one === undefined) return [];
  return (ahead[at] ??= lookAhead(one, tokens[at + 1]))(slot);
}
