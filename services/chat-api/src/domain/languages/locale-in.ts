import { type Context, type Locale, localeOf } from "@todo-mesh/when";

/** The language to answer in, once it is settled. */
export const localeIn = ({ preferences }: Pick<Context, "preferences">): Locale =>
  localeOf(preferences?.locale, []);
