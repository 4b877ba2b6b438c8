import { type Token, tokenise } from "../text/tokens.ts";

export type Run = readonly string[];

/** Runs of words by the word they begin with, the longest first: a text is full of words that none begins with. */
export type Runs = ReadonlyMap<string, readonly Run[]>;

/** What a table calls "remind me", as tokens have it. */
export const runOf = (text: string): Run => tokenise(text).map((token) => token.text);

const longestFirst = (said: readonly string[]): readonly Run[] =>
  said.map(runOf).toSorted((a, b) => b.length - a.length);

export const runsOf = (said: readonly string[]): Runs =>
  Map.groupBy(longestFirst(said), ([first = ""]) => first);

const isAt = (run: Run, tokens: readonly Token[], at: number): boolean =>
  run.every((word, n) => tokens[at + n]?.text === word);

/** The longest of them that stands there. */
export const runAt = (runs: Runs, tokens: readonly Token[], at: number): Run | undefined =>
  runs.get(tokens[at]?.text ?? "")?.find((run) => isAt(run, tokens, at));

/** Finds the longest of them that ends right before a place. */
export function runBefore(said: readonly string[]) {
  const runs = Map.groupBy(longestFirst(said), (run) => run.at(-1) ?? "");
  return (tokens: readonly Token[], end: number): Run | undefined =>
    runs
      .get(tokens[end - 1]?.text ?? "")
      ?.find((run) => run.length <= end && isAt(run, tokens, end - run.length));
}
