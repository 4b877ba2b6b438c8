import { language, words } from "../words/words.ts";

/** What can be chosen, with what it is called. */
export type Choices = readonly (readonly [value: string, said: string])[];

const LOCALES = ["en-GB", "en-US", "de-DE", "de-AT", "de-CH"];

const named = (type: "language" | "region"): Intl.DisplayNames =>
  new Intl.DisplayNames(language, { type, fallback: "none" });

/** `chosen` is among them, also where the page would not have offered it. */
const including = (chosen: string | undefined, values: readonly string[]): readonly string[] =>
  chosen === undefined || values.includes(chosen) ? values : [...values, chosen];

export function localesWith(chosen: string | undefined): Choices {
  const names = named("language");
  return including(chosen, LOCALES).map((tag) => [tag, names.of(tag) ?? tag]);
}

export const zonesWith = (chosen: string | undefined): Choices =>
  including(chosen, Intl.supportedValuesOf("timeZone")).map((name) => [
    name,
    name.replaceAll("_", " "),
  ]);

/** Every country that has a name: there is no list of them to ask for. */
export function countries(): Choices {
  const names = named("region");
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const name = NO_COUNTRIES.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [[code, name] as const];
    })
    .toSorted(([, a], [, b]) => a.localeCompare(b, language));
}

// Names that the browser knows beside those of countries: unions, the world, places that do not exist.
const NO_COUNTRIES: ReadonlySet<string> = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

export const HOURS: Choices = [
  ["24", words.preferences.hours24],
  ["12", words.preferences.hours12],
];
export const ORDERS: Choices = [
  ["true", words.preferences.dayFirst],
  ["false", words.preferences.monthFirst],
];
export const WEEK_STARTS: Choices = [
  ["MO", words.preferences.weekdays.MO],
  ["SU", words.preferences.weekdays.SU],
  ["SA", words.preferences.weekdays.SA],
];
