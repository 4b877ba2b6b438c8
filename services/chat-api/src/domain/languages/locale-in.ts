import { type Context, type Locale, localeOf } from "@todo-mesh/when";

/** The language to answer in, once it is settled. */
export const localeIn = ({ preferences }: Pick<Context, "preferences">): Locale =>
  localeOf(preferences?.locale, []);

/**
 * The context with a language to answer in: the one that was chosen, else that of the newest of these texts that shows
 * one, for “2” shows none.
 */
export const speakingIn = (context: Context, texts: readonly string[]): Context => ({
  ...context,
  preferences: {
    ...context.preferences,
    locale: localeOf(context.preferences?.locale, texts),
  },
});
