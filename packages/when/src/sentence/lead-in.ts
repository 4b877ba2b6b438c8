import type { Language } from "../grammar/language.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import type { TitleWords } from "../grammar/title-words.ts";
import { infiniteEnd, plainVerbs } from "./infinitives.ts";
import { type Run, runAt, runBefore, runOf, runsOf } from "./runs.ts";

/** The words before what is to be done: "remind me to", "please", "don't forget to". */
interface LeadIn {
  /** The first token after it. */
  readonly end: number;
  /** It ends in "remind me": a time right behind it is the reminder's. */
  readonly reminds: boolean;
  /** Which clause stands behind it. */
  readonly clause?: Clause | undefined;
}

type Clause = "infinitive" | "finite";

export interface LeadIns {
  readonly find: (tokens: readonly Token[]) => LeadIn;
  readonly cut: (text: string) => string;
}

// Lead-ins lie within so many characters.
const HEAD = 200;
const SKIPPED = new Set([",", ":", "-", "–", "!", "…"]);

const wordsOf = (text: string): string => runOf(text).join(" ");

function skipped(tokens: readonly Token[], at: number): number {
  let end = at;
  while (SKIPPED.has(tokens[end]?.text ?? "")) end += 1;
  return end;
}

function finderOf({ leadIns, polite, remind, infinitive }: TitleWords): LeadIns["find"] {
  const [cut, courteous] = [runsOf(leadIns), runsOf(polite)];
  const reminding = new Set(remind.map(wordsOf));
  const endsIn = (said: readonly string[] = []) => {
    const ends = said.map(wordsOf);
    return (words: string): boolean => ends.some((end) => words.endsWith(end));
  };
  const [isInfinitive, isFinite] = [endsIn(infinitive?.behind), endsIn(infinitive?.finite.behind)];
  const clauseBehind = (words: string): Clause | undefined => {
    if (isFinite(words)) return "finite";
    return isInfinitive(words) ? "infinitive" : undefined;
  };
  const kindOf = (run: Run): Omit<LeadIn, "end"> => {
    const words = run.join(" ");
    return { reminds: reminding.has(words), clause: clauseBehind(words) };
  };
  return (tokens) => {
    let found: LeadIn = { end: 0, reminds: false };
    for (let at = 0; at < tokens.length;) {
      const run = runAt(cut, tokens, at);
      const next = run ?? runAt(courteous, tokens, at);
      if (!next) break;
      at = skipped(tokens, at + next.length);
      if (run) found = { end: at, ...kindOf(run) };
    }
    return found;
  };
}

/** Where "to my list" begins, in "add milk to my list". */
function listFinderOf(title: TitleWords) {
  const listed = runsOf(title.listed);
  const listBefore = runBefore(title.lists);
  return (text: string): number | undefined => {
    if (!runAt(listed, tokenise(text.slice(0, HEAD)), 0)) return undefined;
    const before = Math.max(0, text.length - HEAD);
    const tokens = tokenise(text.slice(before));
    const list = listBefore(tokens, tokens.length);
    const first = list && tokens[tokens.length - list.length];
    return first && before + first.start;
  };
}

/** What a language calls a lead-in, ready to be found and cut. */
export function leadInsOf({ title }: Language): LeadIns {
  const { infinitive } = title;
  const inTitle = infinitive && {
    infinitive: plainVerbs(infinitive),
    finite: infiniteEnd(infinitive),
  };
  const find = finderOf(title);
  const listStart = listFinderOf(title);
  const cut = (text: string): string => {
    const tokens = tokenise(text.slice(0, HEAD));
    const end = listStart(text);
    const found = find(tokens);
    const from = end !== undefined && found.end === 0 ? 1 : found.end;
    const start = tokens[from]?.start ?? Math.min(HEAD, text.length);
    const rest = text.slice(start, end).trim();
    return inTitle && found.clause ? inTitle[found.clause](rest) : rest;
  };
  return { find, cut };
}
