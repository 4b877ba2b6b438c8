import type { Language } from "../../grammar/language.ts";
import { spelled } from "./list.ts";

const on = (month: number, date: number) => ({ month, date });
const nth = (count: number, weekday: number, month: number, plus?: number) => ({
  month,
  nth: count,
  weekday,
  plus,
});
const easter = (days: number) => ({ easter: days });

const MOTHERING_SUNDAY = easter(-21);
const SECOND_SUNDAY_OF_MAY = nth(2, 7, 5);
const THIRD_SUNDAY_OF_JUNE = nth(3, 7, 6);
const FIRST_SUNDAY_OF_SEPTEMBER = nth(1, 7, 9);
const LABOR_DAY = nth(1, 1, 9);
const US_THANKSGIVING = nth(4, 4, 11);
const CANADIAN_THANKSGIVING = nth(2, 1, 10);

/** Days with a name. Where countries keep different days, the preference says which; without it, `usual`, or it is asked. */
export const holidays: Language["words"]["holiday"] = {
  ...spelled(on(12, 25), "christmas", "xmas", "christmas day", "xmas day"),
  ...spelled(on(12, 24), "christmas eve", "xmas eve"),
  ...spelled(on(12, 26), "boxing day", "st stephen's day"),
  ...spelled(on(12, 31), "new year's eve", "new years eve", "nye", "hogmanay"),
  ...spelled(on(1, 1), "new year", "new year's", "new year's day", "new years day"),
  ...spelled(on(1, 6), "epiphany"),
  ...spelled(on(1, 25), "burns night"),
  ...spelled(on(2, 2), "groundhog day"),
  ...spelled(on(2, 14), "valentine's day", "valentines day", "valentine's"),
  ...spelled(on(3, 1), "st david's day"),
  ...spelled(on(3, 17), "st patrick's day", "saint patrick's day", "st . patrick's day"),
  ...spelled(on(4, 1), "april fools' day", "april fool's day", "april fools day"),
  ...spelled(on(4, 23), "st george's day"),
  ...spelled(on(5, 1), "may day"),
  ...spelled(on(6, 19), "juneteenth"),
  ...spelled(on(10, 31), "halloween"),
  ...spelled(on(11, 1), "all saints' day", "all saints day"),
  ...spelled(on(11, 5), "bonfire night", "guy fawkes night", "guy fawkes day"),
  ...spelled(on(11, 11), "armistice day", "veterans day", "veterans' day"),
  ...spelled(on(11, 30), "st andrew's day"),
  ...spelled(easter(0), "easter", "easter sunday"),
  ...spelled(easter(-47), "shrove tuesday", "pancake day", "pancake tuesday", "mardi gras"),
  ...spelled(easter(-46), "ash wednesday"),
  ...spelled(easter(-7), "palm sunday"),
  ...spelled(easter(-3), "maundy thursday"),
  ...spelled(easter(-2), "good friday"),
  ...spelled(easter(1), "easter monday"),
  ...spelled(easter(39), "ascension day"),
  ...spelled(easter(49), "pentecost", "whit sunday"),
  ...spelled(easter(50), "whit monday"),
  ...spelled(MOTHERING_SUNDAY, "mothering sunday"),
  ...spelled(
    {
      in: {
        GB: MOTHERING_SUNDAY,
        IE: MOTHERING_SUNDAY,
        US: SECOND_SUNDAY_OF_MAY,
        CA: SECOND_SUNDAY_OF_MAY,
        AU: SECOND_SUNDAY_OF_MAY,
        NZ: SECOND_SUNDAY_OF_MAY,
      },
    },
    "mother's day",
    "mothers day",
    "mothers' day",
  ),
  ...spelled(
    {
      in: {
        US: THIRD_SUNDAY_OF_JUNE,
        AU: FIRST_SUNDAY_OF_SEPTEMBER,
        NZ: FIRST_SUNDAY_OF_SEPTEMBER,
      },
      usual: "US",
    } as const,
    "father's day",
    "fathers day",
    "fathers' day",
  ),
  ...spelled(
    { in: { US: US_THANKSGIVING, CA: CANADIAN_THANKSGIVING }, usual: "US" } as const,
    "thanksgiving",
    "thanksgiving day",
  ),
  "canadian thanksgiving": CANADIAN_THANKSGIVING,
  "labor day": LABOR_DAY,
  "labour day": { in: { CA: LABOR_DAY, GB: on(5, 1), IE: on(5, 1), NZ: nth(4, 1, 10) } },
  ...spelled(nth(4, 4, 11, 1), "black friday"),
  ...spelled(nth(4, 4, 11, 4), "cyber monday"),
  ...spelled(nth(4, 4, 11, 5), "giving tuesday"),
  ...spelled(nth(3, 1, 1), "mlk day", "martin luther king day"),
  ...spelled(nth(3, 1, 2), "presidents' day", "presidents day", "president's day"),
  "memorial day": nth(-1, 1, 5),
  "independence day": { in: { US: on(7, 4) }, usual: "US" },
  "columbus day": nth(2, 1, 10),
  ...spelled({ in: { GB: nth(2, 7, 11) }, usual: "GB" } as const, "remembrance sunday"),
  "canada day": on(7, 1),
  "australia day": on(1, 26),
  "anzac day": on(4, 25),
};
