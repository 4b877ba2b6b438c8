import { builders } from "./builders.ts";
import type { SlotKinds } from "./compile.ts";
import { plain } from "./plain.ts";

/** The slots that a pattern may name beside the word lists of its language. */
export const slotKinds: SlotKinds = {
  isPlain: (name) => Object.hasOwn(plain, name),
  isMade: (name) => Object.hasOwn(builders, name),
};
