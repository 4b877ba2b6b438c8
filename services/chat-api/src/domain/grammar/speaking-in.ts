import { type Context, type Locale, localeOf, LOCALES } from "@todo-mesh/when";
import { LANGUAGES } from "../languages/languages.ts";
import { isSentence } from "./is-sentence.ts";
import { tidy } from "./tidy.ts";

function hasSentence(locale: Locale, text: string): boolean {
  const { sentences, actions } = LANGUAGES[locale];
  const { help, polite, courtesy, asking, adding, deeds } = sentences;
  const own = Object.values(actions).flatMap((words) =>
    "sentences" in words ? (words.sentences ?? []) : [],
  );
  const line = tidy(text, polite);
  const { thanks, nothingAsked } = courtesy;
  const others = [help, thanks, nothingAsked, asking.bare, adding.remind, deeds.said];
  return [...others, ...adding.add, ...own].some((each) => each.test(line));
}

/** Of a text with no word that shows its language, the only one that asks like that: “bestätige Yoga”. */
function askedIn(text: string): Locale | undefined {
  const [only, ...others] = isSentence(text)
    ? LOCALES.filter((locale) => hasSentence(locale, text))
    : [];
  return others.length === 0 ? only : undefined;
}

/**
 * The context with a language to answer in: the one that was chosen, else that of the newest of these texts that shows
 * one, for “2” shows none.
 */
export const speakingIn = (context: Context, texts: readonly string[]): Context => ({
  ...context,
  preferences: {
    ...context.preferences,
    locale: localeOf(context.preferences?.locale, texts, askedIn),
  },
});
