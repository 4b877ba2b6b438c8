import { clocks } from "./builders/clocks.ts";
import { days } from "./builders/days.ts";
import { durations } from "./builders/durations.ts";
import { parts } from "./builders/parts.ts";
import { repeats } from "./builders/repeats.ts";
import type { Builders } from "./values.ts";

/** What each rule of a language means, by the name its table calls it. */
export const builders = {
  ...durations,
  ...clocks,
  ...days,
  ...repeats,
  ...parts,
} satisfies Builders;
