import {
  isAmbiguous,
  type LocalDate,
  type Occurrence,
  type Offset,
  offsetText,
  type Recurrence,
  toLocal,
  type Zone,
} from "@todo-mesh/recurrence";
import type { Names } from "./grammar/language.ts";
import { languages } from "./languages/languages.ts";
import { languageOf } from "./languages/which.ts";

import type { HourOfDay } from "./meaning.ts";
import { offsetReading } from "./format/offsets.ts";
import { seriesReading } from "./format/series.ts";
import { dateReading, endReading, wallReading } from "./format/walls.ts";

/** What can be read out. `home`: where the reader is, if that may be another zone. `end`: when it is over that day. */
export type Readable =
  | {
      readonly kind: "instant";
      readonly at: Date;
      readonly timezone: Zone;
      readonly home?: Zone;
      readonly end?: HourOfDay | undefined;
    }
  | { readonly kind: "date"; readonly date: LocalDate }
  | {
      readonly kind: "recurrence";
      readonly recurrence: Recurrence;
      readonly all_day: boolean;
      readonly next: readonly Occurrence[];
      readonly end?: HourOfDay | undefined;
    }
  | ({ readonly kind: "offset" } & Offset);

/**
 * A meaning in full and on the 24-hour clock: "Tuesday 24 November 2026, 09:00, Europe/Rome"; with the
 * distance from UTC where that hour comes twice, with the time at home where that is another zone, a
 * series with its next dates. `resolve` understands it, and finds the same meaning.
 */
export function formatMeaning(meaning: Readable, locale?: string): string {
  const { reading: names } = languages[languageOf(locale) ?? "en"];
  if (meaning.kind === "instant") return instantReading(meaning, names);
  if (meaning.kind === "date") return dateReading(meaning.date, names);
  if (meaning.kind === "offset") return offsetReading(meaning, names);
  return seriesReading(meaning.recurrence, meaning.next, {
    allDay: meaning.all_day,
    end: meaning.end,
    names,
  });
}

function instantReading(
  { at, timezone, home = timezone, end }: Extract<Readable, { kind: "instant" }>,
  names: Names,
): string {
  const local = toLocal(at, timezone);
  const offset = isAmbiguous(local, timezone) ? ` ${offsetText(at, timezone)}` : "";
  const there = { kind: "instant", at, timezone: home } as const;
  const echo = home === timezone ? "" : ` (${instantReading(there, names)})`;
  return `${wallReading(local, names)}${endReading(end, names)}${offset}, ${timezone}${echo}`;
}
