import { german } from "./de.ts";
import { forEachLocale, type InEach } from "./each.ts";
import { english } from "./en.ts";
import type { ChatLanguage } from "./language.ts";

export const LANGUAGES: InEach<ChatLanguage> = { en: english, de: german };

/** The same part of every language. */
export const inEach = <Thing>(part: (language: ChatLanguage) => Thing): InEach<Thing> =>
  forEachLocale((locale) => part(LANGUAGES[locale]));
