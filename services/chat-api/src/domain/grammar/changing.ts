import { isTooLongForTitle } from "../title-key.ts";
import type { Intent, TaskNamed } from "./intent.ts";
import { unquote } from "./tidy.ts";

type Verb = Extract<Intent, { task: TaskNamed }>["kind"];

// The first that fits counts, so "mark milk as not done" stands before "mark milk as done".
const SENTENCES: readonly (readonly [Verb, RegExp])[] = [
  ["reopen", /^(?:reopen|re-open|uncomplete|uncheck|untick) (.+)$/i],
  [
    "reopen",
    /^(?:mark|set) (.+?)(?: as)? (?:not (?:done|finished|complete|completed)|undone|open|incomplete|unfinished)$/i,
  ],
  [
    "reopen",
    /^(.+?) (?:is|are|was|were) (?:not (?:done|finished|complete|completed)|open again)(?: yet)?$/i,
  ],
  ["complete", /^(?:i(?:['’]m| am) )?(?:done|finished) with (.+)$/i],
  ["complete", /^i (?:just |already )?(?:did|finished|completed)(?! not\b) (.+)$/i],
  ["complete", /^i(?:['’]ve| have) (?:just |already )?(?:done|finished|completed) (.+)$/i],
  [
    "complete",
    /^(?:complete|completed|finish|finished|done|close|check off|tick off|cross off|mark off):? (.+)$/i,
  ],
  ["complete", /^(?:check|tick|cross) (.+) off$/i],
  [
    "complete",
    /^(?:mark|set|check|tick)(?: off)? (.+?)(?: as| off as)? (?:done|complete|completed|finished)$/i,
  ],
  ["complete", /^(.+?) (?:is|are) (?:done|finished|complete|completed)(?: now)?$/i],
  [
    "skip",
    /^(?:skip|pass over)(?: on)? (.+?)(?: (?:this|for this|just this) (?:time|once|week|month))?$/i,
  ],
  [
    "end-series",
    /^(?:end|stop|quit) (?:the (?:series|repetition) (?:of )?|repeating |reminding me (?:to |of |about )?)(.+)$/i,
  ],
  ["end-series", /^(?:end|stop) (.+?)(?:['’]s)? (?:series|repetition|from repeating)$/i],
  ["end-series", /^(?:don['’]t|do not) repeat (.+?)(?: any ?more| again)?$/i],
  [
    "restore",
    /^(?:restore|undelete|bring back|recover)(?: the)? (.+?)(?: from (?:the|my) trash)?$/i,
  ],
  [
    "delete",
    /^(?:delete|remove|drop|erase|trash|cancel|throw away|get rid of|forget about) (.+?)(?: (?:from|off) (?:my|the) (?:to-?do |task )?(?:list|tasks|todos))?$/i,
  ],
];
const EVERYTHING =
  /^(?:all|both|everything|them(?: all)?|every (?:task|one|thing)|all (?:of )?(?:it|them|(?:my |the )?(?:(?:open|done|completed) )?(?:tasks|todos|reminders|list)))$|^(?:my|the) (?:(?:whole|entire) )?(?:list|tasks|todos)$/i;
const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
const NUMBER =
  /^(?:the )?(?:task |number |no\. ?|#)*(?:(\d{1,3})|(first|second|third|fourth|fifth))(?: one| task)?$/i;

const UNDO =
  /^(?:undo|take (?:that|it) back|revert)(?: (?:that|it|this|(?:the |my )?last (?:one|change|thing|turn)))?$|^undo (?:everything|all) you just did$/i;
const POINTING = /^(?:it|this|that|(?:this|that|the last|the same) (?:one|task|reminder|series))$/i;

/** Reads what changes a task, or takes changes back; undefined for any other sentence. */
export function readChanging(line: string): Intent | undefined {
  if (UNDO.test(line)) return { kind: "undo" };
  for (const [kind, sentence] of SENTENCES) {
    const said = sentence.exec(line)?.[1];
    if (said === undefined) continue;
    const words = unquote(
      said.replace(/^(?:the |my )?(?:task|reminder|todo)s?(?: to)?:? (?=.)/i, ""),
    );
    if (EVERYTHING.test(words)) return { kind: "one-at-a-time" };
    if (isTooLongForTitle(words)) return { kind: "no-such-name" };
    return { kind, task: named(words) };
  }
  const number = numberIn(line);
  return number === undefined ? undefined : { kind: "pick", number };
}

function named(words: string): TaskNamed {
  if (POINTING.test(words)) return { words, pointing: true };
  const number = numberIn(words);
  return number === undefined ? { words } : { words, number };
}

function numberIn(text: string): number | undefined {
  const [, digits, ordinal] = NUMBER.exec(text) ?? [];
  if (digits !== undefined) return Number(digits);
  return ordinal === undefined ? undefined : ORDINALS.indexOf(ordinal.toLowerCase()) + 1;
}
