import type { Preferences } from "../../src/index.ts";

/**
 * What was written, what it means in the notation of `tell.ts`, and the title that is left (if any; what
 * has no date is its own title).
 */
export type Row = readonly [text: string, meaning: string, title?: string];

export interface Theme {
  readonly name: string;
  readonly now: string;
  readonly timezone: string;
  readonly preferences?: Preferences;
  readonly rows: readonly Row[];
}

/** Sentences that tell no time. */
export const none = (...texts: readonly string[]): readonly Row[] =>
  texts.map((text) => [text, "-"]);
