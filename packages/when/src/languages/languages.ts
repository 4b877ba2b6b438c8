import type { RuleWords } from "@todo-mesh/recurrence";
import { german } from "./de.ts";
import { english } from "./en.ts";

/** The languages we understand and read back in, by their BCP 47 tag. */
export const languages = { en: english, de: german };

export type Locale = keyof typeof languages;

const isLocale = (name: string): name is Locale => Object.hasOwn(languages, name);

/** Our languages. */
export const LOCALES: readonly Locale[] = Object.keys(languages).filter(isLocale);

/** The words in which a language describes a rule. */
export const ruleWordsOf = (locale: Locale): RuleWords => languages[locale].reading;
