import type { Language } from "../grammar/language.ts";
import { type Token, tokenise } from "../text/tokens.ts";

type Runs = readonly (readonly string[])[];

/** The words before what is to be done: "remind me to", "please", "don't forget to". */
interface LeadIn {
  /** The first token after it. */
  readonly end: number;
  /** It ends in "remind me": a time right behind it is the reminder's. */
  readonly reminds: boolean;
}

export interface LeadIns {
  readonly find: (tokens: readonly Token[]) => LeadIn;
  readonly cut: (text: string) => string;
}

const SKIPPED = new Set([",", ":", "-", "–", "!", "…"]);

const runs = (said: readonly string[]): Runs =>
  said
    .map((text) => tokenise(text).map((token) => token.text))
    .toSorted((a, b) => b.length - a.length);

const runAt = (list: Runs, tokens: readonly Token[], at: number): readonly string[] | undefined =>
  list.find((words) => words.every((word, n) => tokens[at + n]?.text === word));

function skipped(tokens: readonly Token[], at: number): number {
  let end = at;
  while (SKIPPED.has(tokens[end]?.text ?? "")) end += 1;
  return end;
}

/** What a language calls a lead-in, ready to be found and cut. */
export function leadInsOf({ title }: Language): LeadIns {
  const leadIns = runs(title.leadIns);
  const polite = runs(title.polite);
  const remind = new Set(runs(title.remind).map((words) => words.join(" ")));
  const listed = runs(title.listed);
  const lists = runs(title.lists);

  const find = (tokens: readonly Token[]): LeadIn => {
    let found: LeadIn = { end: 0, reminds: false };
    for (let at = 0; at < tokens.length;) {
      const run = runAt(leadIns, tokens, at);
      const next = run ?? runAt(polite, tokens, at);
      if (!next) break;
      at = skipped(tokens, at + next.length);
      if (run) found = { end: at, reminds: remind.has(run.join(" ")) };
    }
    return found;
  };

  // "add milk to my list"
  const listEnd = (tokens: readonly Token[]): number | undefined => {
    if (!runAt(listed, tokens, 0)) return undefined;
    const list = lists.find((words) =>
      words.every((word, n) => tokens[tokens.length - words.length + n]?.text === word),
    );
    return list && tokens[tokens.length - list.length]?.start;
  };

  const cut = (text: string): string => {
    const tokens = tokenise(text);
    const end = listEnd(tokens);
    const put = end !== undefined && find(tokens).end === 0 ? 1 : 0;
    const from = tokens[Math.max(find(tokens).end, put)]?.start ?? text.length;
    return text.slice(from, end).trim();
  };
  return { find, cut };
}
