import type { Language } from "../../grammar/language.ts";
import { spelled } from "../en/list.ts";
import {
  advent,
  ASCENSION,
  easter,
  FATHERS_DAY,
  MOTHERS_DAY,
  NATIONAL_DAY,
  nth,
  on,
  REPENTANCE_DAY,
} from "../holidays.ts";
import { inflected } from "./numbers.ts";

const ADVENT = ["erst", "zweit", "dritt", "viert"];

/** "erster Advent", "1. Advent" */
const adventSundays = Object.fromEntries(
  ADVENT.flatMap((stem, n) =>
    [...inflected(stem), `${n + 1} .`].flatMap((count) =>
      [`${count} advent`, `${count} adventssonntag`].map((name) => [name, advent(7 * n)] as const),
    ),
  ),
);

/** Both days of Christmas. */
const christmasDays = Object.fromEntries(
  [on(12, 25), on(12, 26)].flatMap((day, n) =>
    [...inflected(ADVENT[n] ?? ""), `${n + 1} .`].flatMap((count) =>
      [`${count} weihnachtstag`, `${count} weihnachtsfeiertag`].map((name) => [name, day] as const),
    ),
  ),
);

/** Days with a name in Germany, Austria and Switzerland; `country` says which, where they differ. */
export const holidays: Language["words"]["holiday"] = {
  ...christmasDays,
  ...adventSundays,
  ...spelled(on(12, 25), "weihnachten", "christtag"),
  ...spelled(on(12, 26), "stephanstag", "stefanstag", "stephanitag", "stefanitag"),
  ...spelled(on(12, 24), "heiligabend", "heilig abend", "heiliger abend", "weihnachtsabend"),
  ...spelled(on(12, 31), "silvester", "sylvester"),
  ...spelled(on(1, 1), "neujahr", "neujahrstag"),
  berchtoldstag: on(1, 2),
  ...spelled(on(1, 6), "dreikönig", "dreikönigstag", "heilige drei könige"),
  ...spelled(on(2, 14), "valentinstag"),
  ...spelled(on(3, 8), "frauentag", "weltfrauentag", "internationaler frauentag"),
  ...spelled(on(3, 19), "josefstag", "josefitag"),
  walpurgisnacht: on(4, 30),
  ...spelled(on(5, 1), "tag der arbeit", "maifeiertag", "staatsfeiertag"),
  ...spelled(on(8, 1), "bundesfeier", "bundesfeiertag"),
  ...spelled(on(8, 15), "mariä himmelfahrt", "maria himmelfahrt"),
  weltkindertag: on(9, 20),
  ...spelled(on(10, 3), "tag der deutschen einheit"),
  nationalfeiertag: NATIONAL_DAY,
  ...spelled(on(10, 31), "halloween", "reformationstag"),
  ...spelled(on(11, 1), "allerheiligen"),
  ...spelled(on(11, 2), "allerseelen"),
  ...spelled(on(11, 11), "martinstag", "sankt martin", "st . martin"),
  krampus: on(12, 5),
  ...spelled(on(12, 6), "nikolaus", "nikolaustag", "nikolo"),
  ...spelled(on(12, 8), "mariä empfängnis", "maria empfängnis"),
  ...spelled(easter(0), "ostern", "ostersonntag"),
  ...spelled(easter(1), "ostermontag"),
  ...spelled(easter(-52), "weiberfastnacht"),
  ...spelled(easter(-48), "rosenmontag"),
  ...spelled(easter(-47), "faschingsdienstag", "fastnachtsdienstag", "veilchendienstag"),
  ...spelled(easter(-46), "aschermittwoch"),
  ...spelled(easter(-7), "palmsonntag"),
  ...spelled(easter(-3), "gründonnerstag"),
  ...spelled(easter(-2), "karfreitag"),
  ...spelled(easter(-1), "karsamstag"),
  ...spelled(ASCENSION, "christi himmelfahrt", "himmelfahrt", "auffahrt"),
  ...spelled(easter(49), "pfingsten", "pfingstsonntag"),
  ...spelled(easter(50), "pfingstmontag"),
  ...spelled(easter(60), "fronleichnam"),
  ...spelled({ ...MOTHERS_DAY, usual: "DE" }, "muttertag"),
  ...spelled({ ...FATHERS_DAY, usual: "DE" }, "vatertag"),
  ...spelled({ ...REPENTANCE_DAY, usual: "DE" }, "buß- und bettag", "buss- und bettag", "bettag"),
  erntedankfest: nth(1, 7, 10),
  erntedank: nth(1, 7, 10),
  volkstrauertag: advent(-14),
  ...spelled(advent(-7), "totensonntag", "ewigkeitssonntag"),
  ...spelled(nth(4, 4, 11, 1), "black friday"),
  ...spelled(nth(4, 4, 11, 4), "cyber monday"),
};
