import { de } from "./de.ts";
import { en, type Words } from "./en.ts";

const TABLES: Readonly<Record<string, Words>> = { en, de };

/** The first language of a browser that the page has words for; English if it has none of them. */
export const languageOf = (languages: readonly string[]): string =>
  languages.map((tag) => tag.split("-")[0] ?? "").find((language) => language in TABLES) ?? "en";

const language = languageOf(navigator.languages ?? [navigator.language]);

/** The words of this browser's language. */
export const words: Words = TABLES[language] ?? en;

/** How dates and numbers are written: as the browser's own region does, if that is of this language. */
export const locale = navigator.language.startsWith(language) ? navigator.language : language;
export { language };
