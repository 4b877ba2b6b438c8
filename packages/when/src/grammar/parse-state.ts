import type { Token } from "../text/tokens.ts";
import type { CompiledRule, Grammar } from "./compile.ts";
import type { Made, MadeValues, Match } from "./values.ts";

/** Which rules of a slot may fit where two tokens stand. */
export type LookAhead = (one: Token, two: Token | undefined) => RulesAhead;
export type RulesAhead = (slot: Made) => readonly CompiledRule[];

/** A text while it is being read: what was found at a place once is not looked for again. */
export interface ParseState {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly grammar: Grammar;
  readonly lookAhead: LookAhead;
  readonly found: { [K in Made]?: Map<number, Found<K> | undefined> };
  readonly ahead: (RulesAhead | undefined)[];
  readonly parts: Map<number, readonly Found<"part">[]>;
  /** How many rules within rules are being tried: a list of a thousand weekdays must not fill the stack. */
  depth: number;
  /** How many rules were tried so far; tests hold it against the length of the text. */
  effort: number;
}

export interface Found<K extends Made> extends Match<MadeValues[K]> {
  readonly rule: CompiledRule;
}
