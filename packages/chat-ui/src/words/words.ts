import { writing } from "../preferences/writing.ts";
import { de } from "./de.ts";
import { en, type Words } from "./en.ts";

const TABLES: Readonly<Record<string, Words>> = { en, de };

/** The first of these languages that the page has words for; English if it has none of them. */
export const languageOf = (languages: readonly string[]): string =>
  languages.map((tag) => tag.split("-")[0] ?? "").find((language) => language in TABLES) ?? "en";

const wished = [
  ...(writing.locale === undefined ? [] : [writing.locale]),
  ...(navigator.languages ?? [navigator.language]),
];
export const language = languageOf(wished);

/** The words of the language that was chosen, or of this browser's. */
export const words: Words = TABLES[language] ?? en;

/** How dates and numbers are written: as in the first region that is wished for and is of this language. */
export const locale = wished.find((tag) => tag.split("-")[0] === language) ?? language;
