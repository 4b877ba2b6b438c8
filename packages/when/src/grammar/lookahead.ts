import type { Token } from "../text/tokens.ts";
import type { CompiledRule, Grammar, Item } from "./compile.ts";
import { ENDS_BETWEEN, GOES_ON, type Pair, pairOf } from "./pair.ts";
import type { LookAhead, RulesAhead } from "./parse-state.ts";
import { canBegin, plainReach } from "./reach.ts";
import type { Made, Slot } from "./values.ts";

// Everyday sentences have some three thousand pairs of words; a memory that is too small is begun anew all the time.
const MOST_PAIRS = 8_000;
const MOST_REMEMBERED = 2_000;

/**
 * That depends on two tokens alone, and the vocabulary is small: so the answer is remembered, and most
 * rules are never tried.
 */
export function lookAheadIn(grammar: Grammar): LookAhead {
  const known = new Map<number, RulesAhead>();
  const reach = reachIn(grammar);
  return (one, two) => {
    const pair = pairOf(one, two, grammar.signOf);
    const found = known.get(pair.sign);
    if (found) return found;
    if (known.size >= MOST_PAIRS) known.clear();
    const ahead = rulesBefore(pair, grammar, reach);
    known.set(pair.sign, ahead);
    return ahead;
  };
}

function rulesBefore(pair: Pair, grammar: Grammar, reach: Reach): RulesAhead {
  const known = new Map<Made, readonly CompiledRule[]>();
  return (slot) => {
    const found = known.get(slot);
    if (found) return found;
    const rules = grammar.rules(slot).filter(({ items }) => reach(items, pair) > 0);
    known.set(slot, rules);
    return rules;
  };
}

/** Remembers what was found for a slot and a sign; forgets all when it grows too large. */
function memory<Value>() {
  const memo = new Map<Slot, Map<number, Value>>();
  return (slot: Slot, sign: number, find: () => Value): Value => {
    const known = memo.get(slot)?.get(sign);
    if (known !== undefined) return known;
    const found = find();
    const bySign = memo.get(slot) ?? new Map<number, Value>();
    if (bySign.size >= MOST_REMEMBERED) bySign.clear();
    memo.set(slot, bySign.set(sign, found));
    return found;
  };
}

type Begins = (items: readonly Item[], token: Token) => "yes" | "no" | "left out";

/** Whether items can begin with a token, or may all be left out. */
function beginsIn(grammar: Grammar): Begins {
  const known = memory<boolean>();
  const thingBegins = (item: Item, token: Token): boolean => {
    if (item.kind === "words") return item.words.some((run) => run[0] === token.text);
    if (item.kind === "plain") return canBegin(item.slot, grammar, token);
    if (item.kind === "listed") return grammar.entries(item.slot, token.text).length > 0;
    return grammar.rules(item.slot).some(({ items }) => begins(items, token) !== "no");
  };
  const itemBegins = (item: Item, token: Token): boolean => {
    if (item.glued && !token.glued) return false;
    if (item.kind === "words") return thingBegins(item, token);
    return known(item.slot, grammar.signOf(token), () => thingBegins(item, token));
  };
  const begins: Begins = (items, token) => {
    for (const item of items) {
      if (itemBegins(item, token)) return "yes";
      if (!item.optional) return "no";
    }
    return "left out";
  };
  return begins;
}

type Reach = (items: readonly Item[], pair: Pair) => number;

/** How far items reach into a pair: 0, they do not fit at all. */
function reachIn(grammar: Grammar): Reach {
  const known = memory<number>();
  const begins = beginsIn(grammar);
  const itemReach = (item: Item, pair: Pair): number => {
    if (item.kind === "words") return runsReach(item.words, pair);
    if (item.kind === "plain") return plainReach(item.slot, grammar, pair);
    if (item.kind === "listed")
      return runsReach(
        grammar.entries(item.slot, pair.one.text).map((entry) => entry.words),
        pair,
      );
    return known(item.slot, pair.sign, () =>
      grammar.rules(item.slot).reduce((sum, { items }) => sum | reach(items, pair), 0),
    );
  };
  const restReach = (items: readonly Item[], two: Token | undefined): number => {
    const end = items.every(({ optional }) => optional) ? ENDS_BETWEEN : 0;
    return two !== undefined && begins(items, two) === "yes" ? end | GOES_ON : end;
  };
  const reach: Reach = (items, pair) => {
    let found = 0;
    for (const [n, item] of items.entries()) {
      const own = itemReach(item, pair);
      found |= own & GOES_ON;
      if (own & ENDS_BETWEEN) found |= restReach(items.slice(n + 1), pair.two);
      if (!item.optional) break;
    }
    return found;
  };
  return reach;
}

/** Words in a row, beside the first two of the text. */
const runsReach = (runs: readonly (readonly string[])[], { one, two }: Pair): number =>
  runs.reduce((reach, run) => {
    if (run[0] !== one.text) return reach;
    if (run.length === 1) return reach | ENDS_BETWEEN;
    return run[1] === two?.text ? reach | GOES_ON : reach;
  }, 0);
