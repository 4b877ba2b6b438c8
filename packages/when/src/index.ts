export type { Context, Preferences } from "./context.ts";
export type { Candidate, Meaning } from "./meaning.ts";
export { formatMeaning } from "./format-meaning.ts";
export { cutLeadIn, resolve } from "./resolve.ts";
export { foreignIn, localeOf, spokenIn } from "./languages/which.ts";
export { LOCALES, type Locale, ruleWordsOf } from "./languages/languages.ts";
export type { Tongue } from "./languages/signs.ts";
