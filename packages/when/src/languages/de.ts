import type { Language } from "../grammar/language.ts";
import { around, hints } from "./de/around.ts";
import { dayRules } from "./de/day-rules.ts";
import { partRules } from "./de/part-rules.ts";
import { reading } from "./de/reading.ts";
import { repeatRules } from "./de/repeat-rules.ts";
import { signs } from "./de/signs.ts";
import { spelling } from "./de/spelling.ts";
import { timeRules } from "./de/time-rules.ts";
import { title } from "./de/title.ts";
import { words } from "./de/words.ts";

/** German: its words, how they make times, and what stands around them. */
export const german: Language = {
  words,
  numerals: { ordinalEnds: [".", "te", "ten", "ter"], lastHourInWords: 24 },
  rules: { ...timeRules, ...dayRules, ...repeatRules, part: partRules },
  signs,
  spelling,
  around,
  title,
  hints,
  reading,
};
