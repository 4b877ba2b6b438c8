import { seriesBegun } from "./series-begun.ts";
import { bareNumbers } from "./bare-numbers.ts";
import { hourRanges } from "./hour-ranges.ts";
import { datesOfAYear } from "./dates-of-a-year.ts";
import { years } from "./years.ts";
import { howOften } from "./how-often.ts";
import { completion } from "./completion.ts";
import { dictated } from "./dictated.ts";
import { pastWords } from "./past-words.ts";
import { toldTwice } from "./told-twice.ts";
import { lengths } from "./lengths.ts";
import { programs } from "./programs.ts";
import { ends } from "./ends.ts";
import { writtenDates } from "./written-dates.ts";
import { holidays } from "./holidays.ts";
import { germanHolidaysInEnglish, phrases } from "./phrases.ts";
import { falseDates } from "./false-dates.ts";
import { american } from "./american.ts";
import { british } from "./british.ts";
import { inTheChat } from "./chat.ts";
import { dates } from "./dates.ts";
import { german } from "./de.ts";
import { endsAndHours } from "./ends-and-hours.ts";
import { everyday } from "./everyday.ts";
import { habits } from "./habits.ts";
import { numbersThatAreNone } from "./no-dates-numbers.ts";
import { titlesThatAreNone } from "./no-dates-titles.ts";
import { wordsThatAreNone } from "./no-dates-words.ts";
import {
  withDayFirst,
  withMonthFirst,
  withTwelveHours,
  withTwentyFourHours,
  withWeeksFromMonday,
  withWeeksFromSunday,
} from "./preferences.ts";
import { recurrences } from "./recurrences.ts";
import { daysFromNow } from "./relative-days.ts";
import { reminders } from "./reminders.ts";
import type { Theme } from "./row.ts";
import { leadIns, messy } from "./sentences.ts";
import { clockTimes } from "./times.ts";
import { weekdaysOnThursday, weekdaysOnTuesday } from "./weekdays.ts";
import { autumn, spring, zonesFromRome } from "./zones.ts";

export const english: readonly Theme[] = [
  clockTimes,
  daysFromNow,
  weekdaysOnThursday,
  weekdaysOnTuesday,
  dates,
  zonesFromRome,
  autumn,
  spring,
  recurrences,
  endsAndHours,
  reminders,
  everyday,
  leadIns,
  messy,
  inTheChat,
  habits,
  american,
  british,
  withTwentyFourHours,
  withTwelveHours,
  withDayFirst,
  withMonthFirst,
  withWeeksFromMonday,
  withWeeksFromSunday,
  seriesBegun,
  bareNumbers,
  hourRanges,
  datesOfAYear,
  years,
  howOften,
  completion,
  dictated,
  pastWords,
  toldTwice,
  lengths,
  programs,
  ends,
  writtenDates,
  holidays,
  phrases,
  germanHolidaysInEnglish,
  falseDates,
  numbersThatAreNone,
  wordsThatAreNone,
  titlesThatAreNone,
];

export const corpus: readonly Theme[] = [...english, ...german];
