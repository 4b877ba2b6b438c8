import type { Language } from "../grammar/language.ts";
import { type Token, tokenise } from "../text/tokens.ts";
import { FOREIGN, SIGNS } from "./signs.ts";
import { languages, type Locale } from "./languages.ts";

/** The languages a text is in, the first one foremost; `locale` is the one to answer in. */
export interface Spoken {
  readonly languages: readonly [Language, ...Language[]];
  readonly locale: Locale;
}

const LOCALES: readonly Locale[] = ["en", "de"];

/** The language of a BCP 47 tag, if it is one of ours. */
export function languageOf(tag: string | undefined): Locale | undefined {
  const [language] = (tag ?? "").toLowerCase().split("-");
  return LOCALES.find((locale) => locale === language);
}

const countOf = (tokens: readonly Token[], words: ReadonlySet<string>): number =>
  tokens.reduce((count, { text }) => count + Number(words.has(text)), 0);

const LATIN = /^[\p{Script=Latin}\p{M}]/u;

/** Words of other languages, or of other scripts, that outnumber those of ours. */
function isForeign(tokens: readonly Token[], known: number): boolean {
  const others = tokens.filter(({ kind, text }) => kind === "word" && !LATIN.test(text)).length;
  const foreign = countOf(tokens, FOREIGN);
  return others > known + 1 || (foreign > 1 && foreign > known) || (others > 0 && known === 0);
}

/** In which of our languages a text is: that of the person, where it has words of it, else that of the most; undefined: in none. */
export function spokenIn(text: string, tag: string | undefined): Spoken | undefined {
  const own = languageOf(tag);
  const tokens = tokenise(text);
  const counts = LOCALES.map((locale) => ({ locale, count: countOf(tokens, SIGNS[locale]) }));
  const found = counts
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .map(({ locale }) => locale);
  if (
    isForeign(
      tokens,
      counts.reduce((sum, { count }) => sum + count, 0),
    )
  )
    return undefined;
  const first = own !== undefined && found.includes(own) ? own : (found[0] ?? own ?? "en");
  const others = found.filter((locale) => locale !== first).map((locale) => languages[locale]);
  return { languages: [languages[first], ...others], locale: own ?? first };
}
