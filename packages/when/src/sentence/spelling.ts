import type { Language } from "../grammar/language.ts";
import { plainWord, type Token } from "../text/tokens.ts";

const SHORTEST = 6;

/** Whether one letter more, less or other, or two neighbours swapped, lead from one word to the other. */
function isOneSlipAway(said: string, meant: string): boolean {
  if (Math.abs(said.length - meant.length) > 1 || said === meant) return false;
  let from = 0;
  while (from < said.length && said[from] === meant[from]) from += 1;
  const rest = said.slice(from);
  const wanted = meant.slice(from);
  const repaired = [
    [rest.slice(1), wanted],
    [rest, wanted.slice(1)],
    [rest.slice(1), wanted.slice(1)],
    [rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2), wanted],
  ];
  return repaired.some(([one, other]) => one === other);
}

interface Spelling {
  readonly known: ReadonlyMap<string, string>;
  readonly likely: readonly string[];
  readonly never: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly vocabulary: ReadonlySet<string>;
}

/** Sets right what is misspelled where a date is likely; the tokens keep their places in the source. */
export function speller(
  { spelling }: Language,
  vocabulary: ReadonlySet<string>,
): (tokens: readonly Token[]) => readonly Token[] {
  const table: Spelling = {
    known: new Map(
      Object.entries(spelling.known).map(([slip, meant]) => [plainWord(slip), plainWord(meant)]),
    ),
    likely: spelling.likely.map(plainWord),
    never: new Set(spelling.never.map(plainWord)),
    before: new Set(spelling.before.map(plainWord)),
    vocabulary,
  };
  return (tokens) => {
    const meant = tokens.map((_, at) => correction(table, tokens, at));
    if (meant.every((word) => word === undefined)) return tokens;
    return tokens.map((token, at) => ({ ...token, text: meant[at] ?? token.text }));
  };
}

function correction(table: Spelling, tokens: readonly Token[], at: number): string | undefined {
  const word = tokens[at]?.text ?? "";
  if (table.vocabulary.has(word)) return undefined;
  const known = table.known.get(word);
  if (known !== undefined || word.length < SHORTEST || table.never.has(word)) return known;
  if (!isLikelyPlace(table, tokens, at)) return undefined;
  return table.likely.find((likely) => isOneSlipAway(word, likely));
}

function isLikelyPlace(table: Spelling, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined || after === undefined) return true;
  return (
    table.before.has(before.text) ||
    before.kind === "number" ||
    after.kind === "number" ||
    table.before.has(after.text)
  );
}
