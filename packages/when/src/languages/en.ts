import type { Language } from "../grammar/language.ts";
import { around, hints } from "./en/around.ts";
import { dayRules } from "./en/day-rules.ts";
import { partRules } from "./en/part-rules.ts";
import { reading } from "./en/reading.ts";
import { repeatRules } from "./en/repeat-rules.ts";
import { signs } from "./en/signs.ts";
import { spelling } from "./en/spelling.ts";
import { timeRules } from "./en/time-rules.ts";
import { title } from "./en/title.ts";
import { words } from "./en/words.ts";

/** English: its words, how they make times, and what stands around them. */
export const english: Language = {
  words,
  numerals: { ordinalEnds: ["st", "nd", "rd", "th"], lastHourInWords: 12 },
  rules: { ...timeRules, ...dayRules, ...repeatRules, part: partRules },
  signs,
  spelling,
  around,
  title,
  hints,
  reading,
};
