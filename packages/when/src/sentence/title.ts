import type { Language } from "../grammar/language.ts";
import { plainWord, textAt, type Token, tokenise } from "../text/tokens.ts";
import type { LeadIns } from "./lead-in.ts";
import type { Part } from "./parts.ts";
import { runAt, runBefore, runsOf } from "./runs.ts";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A sentence and its tokens. */
interface Sentence {
  readonly source: string;
  readonly tokens: readonly Token[];
}

export interface TitleCutter {
  /** The sentence without these parts, its lead-in and what hung on them. */
  readonly title: (sentence: Sentence, parts: readonly Part[]) => string;
  /** The parts as they were written. */
  readonly phrase: (sentence: Sentence, parts: readonly Part[]) => string;
}

const LOOSE_BEFORE = new Set(Array.from(" ,;:.)]–-"));
const LOOSE_AFTER = new Set(Array.from(" ,;:([–-"));
const MOST_TRAILERS = 4;
// No trailer is longer.
const TAIL = 60;

// Not a regular expression: those look for the end of a long run of marks from each of its marks anew.
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && LOOSE_BEFORE.has(text[from] ?? "")) from += 1;
  while (to > from && LOOSE_AFTER.has(text[to - 1] ?? "")) to -= 1;
  return text.slice(from, to);
}

// Most titles have nothing but words with a space between them.
const UNTIDY = /[^\p{L}\p{N} ]|  /u;

const tidy = (text: string): string => (UNTIDY.test(text) ? tidied(text) : text.trim());

const tidied = (text: string): string =>
  trimmed(
    text
      .replaceAll(/\s+/gu, " ")
      .replaceAll(/\( ?\)|\[ ?\]|" "|“ ?”/gu, "")
      .replaceAll(/ ["'“”](?= |$)/gu, "")
      .replaceAll(/ (?=[,;:.!?)])/gu, "")
      .replaceAll(/([,;:])[,;:]+/gu, "$1")
      .replaceAll(/[,;:](?=[.!?])/gu, ""),
  );

/** Where times lie in a sentence, with the words that go with them: "due" before a day, "or" between two. */
function spanFinder({ title: { dangling }, around: { joints } }: Language) {
  const hanging = new Set(dangling.map(plainWord));
  const joined = new Set(joints);
  const begin = (tokens: readonly Token[], from: number): number => {
    const before = textAt(tokens, from - 1) === ":" ? from - 1 : from;
    const isHanging = before > 1 && hanging.has(textAt(tokens, before - 1));
    return isHanging ? begin(tokens, before - 1) : from;
  };
  return (tokens: readonly Token[], parts: readonly Part[]): readonly Span[] => {
    const spans: Span[] = [];
    for (const { from, to } of parts) {
      const last = spans.at(-1);
      const gap = tokens.slice(last?.to ?? 0, from);
      if (last && gap.length <= 2 && gap.every(({ text }) => joined.has(text)))
        spans[spans.length - 1] = { from: last.from, to };
      else spans.push({ from: begin(tokens, from), to });
    }
    return spans;
  };
}

/** Cuts "please", ", thanks" and their like off an end, a few of them at most. */
function trailerCutter({ title: { trailers } }: Language) {
  const trailerBefore = runBefore(trailers);
  const cut = (text: string, left = MOST_TRAILERS): string => {
    const before = Math.max(0, text.length - TAIL);
    const tokens = left > 0 ? tokenise(text.slice(before)) : [];
    const end = tokens.findLastIndex(({ kind }) => kind !== "mark") + 1;
    const from = end - (trailerBefore(tokens, end)?.length ?? 0);
    const first = tokens[from];
    const isFound = first !== undefined && from > 0 && from < end;
    return isFound ? cut(tidy(text.slice(0, before + first.start)), left - 1) : text;
  };
  return (text: string): string => cut(text);
}

/** Cuts what stands between a time and what is then: "on Monday … there is a meeting". */
function linkCutter({ title: { behindTime } }: Language) {
  const runs = runsOf(behindTime);
  return (text: string): string => {
    const tokens = tokenise(text.slice(0, TAIL));
    const run = runAt(runs, tokens, 0);
    return run ? text.slice(tokens[run.length]?.start ?? 0) : text;
  };
}

const SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const isOnlyMarks = (text: string): boolean => !SOMETHING.test(text);

function without({ source, tokens }: Sentence, spans: readonly Span[]): string {
  let at = 0;
  let rest = "";
  for (const { from, to } of spans) {
    rest += `${source.slice(at, tokens[from]?.start)} `;
    at = tokens[to - 1]?.end ?? source.length;
  }
  return rest + source.slice(at);
}

/** Cuts what was understood out of a sentence, so that the rest reads as if it had never been there. */
export function titleCutter(language: Language, leadIns: LeadIns): TitleCutter {
  const withoutLink = linkCutter(language);
  const spansOf = spanFinder(language);
  const withoutTrailers = trailerCutter(language);
  return {
    title: (sentence, parts) => {
      const spans = spansOf(sentence.tokens, parts);
      const cut = tidy(leadIns.cut(tidy(without(sentence, spans))));
      const title = withoutTrailers(spans[0]?.from === 0 ? withoutLink(cut) : cut);
      return parts.length > 0 && isOnlyMarks(title) ? "" : title;
    },
    phrase: ({ source, tokens }, parts) =>
      spansOf(tokens, parts)
        .map(({ from, to }) => source.slice(tokens[from]?.start, tokens[to - 1]?.end))
        .join(" ")
        .replaceAll(/\s+/gu, " "),
  };
}
