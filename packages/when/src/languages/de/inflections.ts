import { inflected } from "./numbers.ts";

/** Either of these in all its endings, as a pattern has it. */
const either = (...stems: readonly string[]): string =>
  stems.flatMap((stem) => inflected(stem)).join("|");

export const NEXT = either("nächst");
export const THIS = either("dies");
export const COMING = either("kommend", "folgend");
export const AFTER_NEXT = either("übernächst");
export const EACH = either("jed");
export const SECOND = either("zweit");
export const THE = "der|die|das|den|dem|des";
