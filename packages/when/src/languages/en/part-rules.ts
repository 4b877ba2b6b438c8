import type { Language } from "../../grammar/language.ts";
import { dayParts } from "./day-parts.ts";
import { lengthParts } from "./length-parts.ts";
import { otherParts } from "./other-parts.ts";
import { repeatParts } from "./repeat-parts.ts";
import { timeParts } from "./time-parts.ts";

/** Where in a sentence English speakers put all that. Of two rules that take as many words the first wins. */
export const partRules: Language["rules"]["part"] = [
  ...timeParts,
  ...dayParts,
  ...lengthParts,
  ...repeatParts,
  ...otherParts,
];
