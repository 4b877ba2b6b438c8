import type { Unit } from "../../grammar/facts.ts";
import type { Language } from "../../grammar/language.ts";
import { zoneLetters, zoneWords } from "../en/zones.ts";
import {
  clearWeekdays,
  months,
  onWeekdays,
  shortWeekdays,
  weekdayParts,
  weekdays,
} from "./calendar.ts";
import { holidays } from "./holidays.ts";
import { inflected, minutes, numbers, ordinals } from "./numbers.ts";

const unit = (count: number, of: Unit) => ({ count, unit: of });

const spelled = <Value>(value: Value, ...words: readonly string[]): Record<string, Value> =>
  Object.fromEntries(words.map((word) => [word, value]));

const every = (count: number, of: Exclude<Unit, "second">) =>
  ({ from: "schedule", every: count, unit: of }) as const;

const paris = { kind: "named", zones: ["Europe/Paris"] } as const;
// In a German sentence that is a verb.
const letters = Object.fromEntries(Object.entries(zoneLetters).filter(([name]) => name !== "ist"));
const WORKDAYS = [1, 2, 3, 4, 5];

export const words: Language["words"] = {
  number_word: numbers,
  ordinal_word: ordinals,
  last_word: {
    ...spelled(-1, ...inflected("letzt")),
    ...spelled(-2, ...inflected("vorletzt"), ...inflected("zweitletzt")),
    ...spelled(-3, ...inflected("drittletzt")),
    ...spelled(-4, ...inflected("viertletzt")),
    ...spelled(-5, ...inflected("fünftletzt")),
  },
  five_minutes: { fünf: 5, zehn: 10, zwanzig: 20 },
  minute_word: minutes,
  clear_weekday: clearWeekdays,
  short_weekday: shortWeekdays,
  weekday: weekdays,
  weekdays_word: onWeekdays,
  month: months,
  unit: {
    ...spelled(unit(1, "second"), "sekunde", "sekunden", "sek"),
    ...spelled(unit(1, "minute"), "minute", "minuten", "min", "minütchen"),
    ...spelled(unit(1, "hour"), "stunde", "stunden", "std", "h", "stündchen"),
    ...spelled(unit(15, "minute"), "viertelstunde", "viertelstunden"),
    ...spelled(unit(45, "minute"), "dreiviertelstunde"),
    ...spelled(unit(30, "minute"), "halbstunde"),
    ...spelled(unit(1, "day"), "tag", "tage", "tagen", "tages"),
    ...spelled(unit(1, "week"), "woche", "wochen"),
    ...spelled(unit(1, "month"), "monat", "monate", "monaten", "monats"),
    ...spelled(unit(3, "month"), "quartal", "quartale", "quartalen", "vierteljahr"),
    ...spelled(unit(6, "month"), "halbjahr", "halbjahre"),
    ...spelled(unit(1, "year"), "jahr", "jahre", "jahren", "jahres"),
  },
  unit_letter: {
    s: unit(1, "second"),
    m: unit(1, "minute"),
    h: unit(1, "hour"),
    d: unit(1, "day"),
  },
  stretch: {
    woche: "week",
    ...spelled("month" as const, "monat", "monats", "monates"),
    ...spelled("quarter" as const, "quartal", "quartals"),
    ...spelled("year" as const, "jahr", "jahres"),
  },
  day_word: { heute: 0, heut: 0, morgen: 1, übermorgen: 2, überübermorgen: 3 },
  day_set: {
    ...spelled(WORKDAYS, "werktag", "werktage", "werktagen", "wochentag", "wochentagen"),
    ...spelled(WORKDAYS, "arbeitstag", "arbeitstage", "arbeitstagen"),
    ...spelled([6, 7], "wochenende", "wochenenden"),
  },
  day_sets: {
    ...spelled(WORKDAYS, "werktags", "wochentags", "unter der woche", "an werktagen"),
    ...spelled(WORKDAYS, "an wochentagen", "an arbeitstagen"),
    "an wochenenden": [6, 7],
  },
  short_days: {
    ...spelled(WORKDAYS, "mo-fr", "mo–fr", "mo bis fr", "mo.-fr."),
    ...spelled([6, 7], "sa/so", "sa+so", "sa und so", "sa & so"),
  },
  countable: { ...weekdays, tag: "day", ...spelled("workday" as const, "werktag", "arbeitstag") },
  period: {
    ...spelled("early_morning" as const, "frühen morgen", "früher morgen"),
    ...spelled("morning" as const, "vormittag", "früh", "Morgen"),
    "späten vormittag": "midmorning",
    ...spelled("afternoon" as const, "nachmittag", "frühen nachmittag"),
    "späten nachmittag": "late_afternoon",
    ...spelled("evening" as const, "abend", "frühen abend"),
    ...spelled("late_night" as const, "späten abend", "nacht", "späten nacht"),
  },
  periods: {
    ...spelled("early_morning" as const, "frühmorgens"),
    ...spelled("morning" as const, "morgens", "vormittags"),
    nachmittags: "afternoon",
    abends: "evening",
    ...spelled("late_night" as const, "nachts", "spätabends"),
  },
  tonight: {
    "heute abend": "evening",
    "heute nacht": "late_night",
    "heute spätabend": "late_night",
  },
  moment: {
    ...spelled("breakfast" as const, "frühstück", "frühstücken"),
    ...spelled("lunch" as const, "mittagessen", "mittag essen", "mittagspause"),
    ...spelled("dinner" as const, "abendessen", "abendbrot"),
    ...spelled("bed" as const, "schlafengehen", "zubettgehen", "bettgehen", "einschlafen"),
    ...spelled("end_of_day" as const, "feierabend", "büroschluss", "dienstschluss"),
  },
  moment_time: {},
  holiday: holidays,
  half: {
    ...spelled("am" as const, "morgens", "frühmorgens", "vormittags", "früh"),
    ...spelled("pm" as const, "nachmittags", "abends", "mittags"),
  },
  adverb: {
    täglich: every(1, "day"),
    "tagein tagaus": every(1, "day"),
    stündlich: every(1, "hour"),
    wöchentlich: every(1, "week"),
    ...spelled(every(2, "week"), "zweiwöchentlich", "vierzehntägig", "14-tägig", "zweiwöchig"),
    monatlich: every(1, "month"),
    ...spelled(every(3, "month"), "vierteljährlich", "quartalsweise"),
    halbjährlich: every(6, "month"),
    ...spelled(every(1, "year"), "jährlich", "alljährlich"),
  },
  weekday_part: weekdayParts(""),
  weekday_parts: weekdayParts("s"),
  small_zone: {},
  zone_word: {
    ...zoneWords,
    ...spelled({ kind: "named", zones: ["Europe/Berlin"] } as const, "berliner", "deutscher"),
    ...spelled({ kind: "named", zones: ["Europe/Vienna"] } as const, "wiener", "wien"),
    ...spelled({ kind: "named", zones: ["Europe/Zurich"] } as const, "zürcher", "schweizer"),
    ...spelled({ kind: "named", zones: ["Europe/London"] } as const, "londoner", "britischer"),
    ...spelled({ kind: "named", zones: ["America/New_York"] } as const, "new yorker"),
    ...spelled({ kind: "named", zones: ["Asia/Tokyo"] } as const, "tokioter", "tokio"),
  },
  zone_letters: {
    ...letters,
    mez: { kind: "offset", offset: 60, usual: paris.zones[0] },
    mesz: { kind: "offset", offset: 120, usual: paris.zones[0] },
  },
};
