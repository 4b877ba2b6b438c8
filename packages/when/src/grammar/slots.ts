import { builders } from "./builders.ts";
import type { Language } from "./language.ts";
import { plain } from "./plain.ts";
import type { Made, Plain, Slot } from "./values.ts";

export const isPlain = (slot: Slot): slot is Plain => Object.hasOwn(plain, slot);
export const isMade = (slot: Slot): slot is Made => Object.hasOwn(builders, slot);

/** Every slot that a pattern may name. */
export const slotNames = ({ words }: Pick<Language, "words">): ReadonlySet<string> =>
  new Set([...Object.keys(words), ...Object.keys(builders), ...Object.keys(plain)]);
