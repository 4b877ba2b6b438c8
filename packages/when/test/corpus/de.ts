import { germanTimes } from "./de/times.ts";
import { germanTimesToo } from "./de/times-2.ts";
import { germanDays } from "./de/days.ts";
import { germanSeries } from "./de/recurrences.ts";
import { germanSentences } from "./de/sentences.ts";
import { germanSentencesToo } from "./de/sentences-2.ts";
import { germanWithoutDates } from "./de/no-dates.ts";
import { germanWithoutDatesToo } from "./de/no-dates-2.ts";
import { austrianHolidays, germanHolidays, germanPhrases, swissHolidays } from "./de/phrases.ts";
import { germanPast, germanYearly } from "./de/past-and-yearly.ts";
import type { Theme } from "./row.ts";

export const german: readonly Theme[] = [
  germanPhrases,
  germanHolidays,
  austrianHolidays,
  swissHolidays,
  germanTimes,
  germanTimesToo,
  germanDays,
  germanSeries,
  germanSentences,
  germanSentencesToo,
  germanWithoutDates,
  germanWithoutDatesToo,
  germanPast,
  germanYearly,
];
