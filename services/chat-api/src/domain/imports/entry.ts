/** One entry of a file as it is written there, and the line it begins with, the first being 1. */
export interface Entry {
  readonly line: number;
  readonly text: string;
}

/** What is longer is no task of anybody; and however it is made, it is read in an instant. */
export const LONGEST_ENTRY = 8_000;

export const isTooLong = ({ text }: Entry): boolean => text.length > LONGEST_ENTRY;

/** What a file says of one task. */
export interface Found {
  readonly line: number;
  /** What it is called there, as far as that can be told. */
  readonly title: string;
  /** To be checked as a `TaskDraft`; or why there is none. */
  readonly draft: Readonly<Record<string, unknown>> | { readonly leftOut: string };
  /** What of it is not kept as it was, each in a sentence. */
  readonly remarks: readonly string[];
}

export const leftOut = ({ line }: Entry, title: string, why: string): Found => ({
  line,
  title,
  draft: { leftOut: why },
  remarks: [],
});

const LINE = /\r\n|\n|\r/;

export const linesOf = (text: string): readonly string[] =>
  (text.startsWith("\ufeff") ? text.slice(1) : text).split(LINE);
