import { builders } from "./builders.ts";
import type { SlotKinds } from "./compile.ts";
import { plain } from "./plain.ts";
import type { Made, Plain } from "./values.ts";

/** The slots that a pattern may name beside the word lists of its language. */
export const slotKinds: SlotKinds = {
  isPlain: (name): name is Plain => Object.hasOwn(plain, name),
  isMade: (name): name is Made => Object.hasOwn(builders, name),
};
