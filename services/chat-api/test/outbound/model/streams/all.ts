import type { Case } from "./a-case.ts";
import { CALL_AS_TEXT } from "./calls-as-text.ts";
import { CALLS_IN_PIECES } from "./calls-in-pieces.ts";
import { ENDS } from "./ends.ts";
import { MORE_CALLS } from "./more-calls.ts";
import { WORDS } from "./words.ts";

/** All that servers of Chat Completions were seen to send. */
export const STREAMS: readonly Case[] = [
  ...CALLS_IN_PIECES,
  ...MORE_CALLS,
  ...CALL_AS_TEXT,
  ...WORDS,
  ...ENDS,
];
