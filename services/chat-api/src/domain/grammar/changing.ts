import { isTooLongForTitle } from "../tasks/title-key.ts";
import type { Intent, Spoken, TaskNamed } from "./intent.ts";
import { unquote } from "./tidy.ts";

const EVERYTHING =
  /^(?:all|both|everything|them(?: all)?|every (?:task|one|thing)|all (?:of )?(?:it|them|(?:my |the )?(?:(?:open|done|completed) )?(?:tasks|todos|reminders|list)))$|^(?:my|the) (?:(?:whole|entire) )?(?:list|tasks|todos)$/i;
const ORDINALS = ["first", "second", "third", "fourth", "fifth"];
const NUMBER =
  /^(?:the )?(?:task |number |no\. ?|#)*(?:(\d{1,3})|(first|second|third|fourth|fifth))(?: one| task)?$/i;
const POINTING = /^(?:it|this|that|(?:this|that|the last|the same) (?:one|task|reminder|series))$/i;

/**
 * Reads sentences that ask for an action by their pattern, and numbers; undefined for any other sentence. Where those
 * of several actions fit, it is the one that leaves least of the sentence over for the name of a task: "mark milk as
 * not done" is more than "mark 'milk as not' as done".
 */
export function readChanging(line: string, actions: readonly Spoken[]): Intent | undefined {
  const [heard] = actions
    .flatMap((action) => heardIn(line, action))
    .toSorted((one, other) => one.said.length - other.said.length);
  if (heard)
    return heard.onTask ? change(heard) : { kind: "call", name: heard.name, arguments: {} };
  const number = numberIn(line);
  return number === undefined ? undefined : { kind: "pick", number };
}

type Heard = Pick<Spoken, "name" | "onTask"> & {
  readonly said: string;
  readonly until?: string | undefined;
};

function heardIn(line: string, { sentences = [], name, onTask }: Spoken): Heard[] {
  for (const sentence of sentences) {
    const match = sentence.exec(line);
    if (!match) continue;
    const { task = "it", until } = match.groups ?? { task: match[1] ?? "" };
    return [{ name, onTask, said: task, until }];
  }
  return [];
}

function change({ name, said, until }: Heard): Intent {
  const words = unquote(
    said.replace(/^(?:the |my )?(?:task|reminder|todo)s?(?: to)?:? (?=.)/i, ""),
  );
  if (EVERYTHING.test(words)) return { kind: "one-at-a-time" };
  if (isTooLongForTitle(words)) return { kind: "no-such-name" };
  return { kind: "change", name, task: named(words), ...(until !== undefined && { until }) };
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
