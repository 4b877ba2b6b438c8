import { LOCALES, type Locale } from "@todo-mesh/when";

/** One of a thing for each language that the chat speaks. */
export type InEach<Thing> = Readonly<Record<Locale, Thing>>;

const isWhole = <Thing>(table: Partial<InEach<Thing>>): table is InEach<Thing> =>
  LOCALES.every((locale) => locale in table);

/** Makes one for each language there is: what a language needs beside its folder is found from that. */
export function forEachLocale<Thing>(make: (locale: Locale) => Thing): InEach<Thing> {
  const table: Partial<Record<Locale, Thing>> = {};
  for (const locale of LOCALES) table[locale] = make(locale);
  if (!isWhole(table)) throw new Error("A language is missing");
  return table;
}
