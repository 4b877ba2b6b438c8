import type { Language } from "../grammar/language.ts";
import { plainWord, type Token, tokenise } from "../text/tokens.ts";
import { FOREIGN, FOREIGN_WORDS, SCRIPTS, type Tongue } from "./signs.ts";
import { languages, LOCALES, type Locale } from "./languages.ts";

/** The languages a text is in, the first one foremost; `locale` is the one to answer in. */
export interface Spoken {
  readonly languages: readonly [Language, ...Language[]];
  readonly locales: readonly [Locale, ...Locale[]];
  readonly locale: Locale;
}

/** The language of a BCP 47 tag, if it is one of ours. */
export function languageOf(tag: string | undefined): Locale | undefined {
  const [language] = (tag ?? "").toLowerCase().split("-");
  return LOCALES.find((locale) => locale === language);
}

function countOf(tokens: readonly Token[], words: ReadonlySet<string>): number {
  let count = 0;
  for (const { text } of tokens) if (words.has(text)) count += 1;
  return count;
}

const LATIN = /^[\p{Script=Latin}\p{M}]/u;

/** Words of other languages, or of other scripts, that outnumber those of ours. */
function isForeign(tokens: readonly Token[], known: number): boolean {
  const others = tokens.filter(({ kind, text }) => kind === "word" && !LATIN.test(text)).length;
  const foreign = countOf(tokens, FOREIGN_WORDS);
  return others > known + 1 || (foreign > 1 && foreign > known) || (others > 0 && known === 0);
}

// "Advent" is a word of both.
const SHORTEST_NAME = 8;

const namesIn = ({ words }: Language): readonly string[] =>
  [words.weekday_part, words.weekday_parts, words.holiday].flatMap((table) => Object.keys(table));

/** "Dienstagabend", "Ostermontag": long words that name a day in this language alone. */
function namesOf(locale: Locale): readonly string[] {
  const others = LOCALES.filter((other) => other !== locale);
  const shared = new Set(others.flatMap((other) => namesIn(languages[other])));
  return namesIn(languages[locale]).filter(
    (name) => name.length >= SHORTEST_NAME && !name.includes(" ") && !shared.has(name),
  );
}

const SIGNS = LOCALES.map((locale) => ({
  locale,
  signs: new Set([...languages[locale].signs, ...namesOf(locale)].map(plainWord)),
}));

/** Those of our languages that a text has words of, most of them first. */
function found(tokens: readonly Token[]): { readonly locale: Locale; readonly count: number }[] {
  const counts = SIGNS.map(({ locale, signs }) => ({ locale, count: countOf(tokens, signs) }));
  return counts.filter(({ count }) => count > 0).toSorted((one, other) => other.count - one.count);
}

/** In which of our languages a text is: that of the person, where it has words of it, else that of the most; undefined: in none. */
export function spokenIn(
  text: string,
  tag: string | undefined,
  tokens = tokenise(text),
): Spoken | undefined {
  const own = languageOf(tag);
  const counts = found(tokens);
  const known = counts.reduce((sum, { count }) => sum + count, 0);
  if (isForeign(tokens, known)) return undefined;
  const shown = counts.map(({ locale }) => locale);
  const first = own !== undefined && shown.includes(own) ? own : (shown[0] ?? own ?? "en");
  const others = shown.filter((locale) => locale !== first);
  return {
    languages: [languages[first], ...others.map((locale) => languages[locale])],
    locales: [first, ...others],
    locale: own ?? first,
  };
}

/** The one of our languages that a text shows most words of; undefined: it shows none, or is in another. */
function shownIn(text: string): Locale | undefined {
  const tokens = tokenise(text);
  const counts = found(tokens);
  const known = counts.reduce((sum, { count }) => sum + count, 0);
  return isForeign(tokens, known) ? undefined : counts[0]?.locale;
}

/**
 * The language to answer in: that of the tag, if it is one of ours, else that of the first of the texts that shows one,
 * by its words or else by what `heardIn` knows.
 */
export function localeOf(
  tag: string | undefined,
  texts: readonly string[],
  heardIn?: (text: string) => Locale | undefined,
): Locale {
  const own = languageOf(tag);
  if (own) return own;
  for (const text of texts) {
    const shown = shownIn(text) ?? heardIn?.(text);
    if (shown) return shown;
  }
  return "en";
}

/** Which language that is not ours a text shows itself to be in. */
export function foreignIn(text: string): Tongue | undefined {
  const script = SCRIPTS.find(([, letters]) => letters.test(text));
  if (script) return script[0];
  const tokens = tokenise(text);
  const counts = FOREIGN.map(([tongue, words]) => ({ tongue, count: countOf(tokens, words) }));
  const [most] = counts.toSorted((one, other) => other.count - one.count);
  return most && most.count > 0 ? most.tongue : undefined;
}
