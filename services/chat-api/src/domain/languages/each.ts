import type { Locale } from "@todo-mesh/when";

/** One of a thing for each language that the chat speaks. */
export type InEach<Thing> = Readonly<Record<Locale, Thing>>;
