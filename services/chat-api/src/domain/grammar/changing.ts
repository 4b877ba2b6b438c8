import { isTooLongForTitle } from "../tasks/title-key.ts";
import type { Locale } from "@todo-mesh/when";
import type { Intent, TaskNamed } from "../intents/intent.ts";
import type { SpokenAction } from "./spoken-action.ts";
import type { Sentences } from "../languages/sentences.ts";
import { unquote } from "./tidy.ts";

type Words = Sentences["changing"];

/**
 * Reads sentences that ask for an action by their pattern, and numbers; undefined for any other sentence. Where those
 * of several actions fit, it is the one that leaves least of the sentence over for the name of a task: "mark milk as
 * not done" is more than "mark 'milk as not' as done".
 */
export function readChanging(
  line: string,
  actions: readonly SpokenAction[],
  { locale, changing }: { readonly locale: Locale; readonly changing: Words },
): Intent | undefined {
  const alone = changing.otherAlone.exec(line);
  if (alone) return { kind: "other", how: alone.groups?.["too"] ? "too" : "instead" };
  const [heard] = actions
    .flatMap((action) => heardIn(line, action, locale))
    .toSorted((one, other) => lengthOf(one) - lengthOf(other));
  if (heard)
    return heard.ofTask
      ? change(heard, changing)
      : { kind: "call", name: heard.name, arguments: {} };
  const number = numberIn(line, changing);
  return number === undefined ? undefined : { kind: "pick", number };
}

type Heard = Pick<SpokenAction, "name"> & {
  readonly ofTask: boolean;
  /** Undefined: the task that was spoken of last. */
  readonly said: string | undefined;
  readonly until?: string | undefined;
};

function heardIn(line: string, action: SpokenAction, locale: Locale): Heard[] {
  const { words, name, onTask, namesTask } = action;
  const sentences = words?.[locale].sentences ?? [];
  for (const sentence of sentences) {
    const match = sentence.exec(line);
    if (!match) continue;
    const { task, until } = match.groups ?? { task: match[1] ?? "" };
    return [{ name, ofTask: onTask !== undefined || namesTask === true, said: task, until }];
  }
  return [];
}

const lengthOf = ({ said = "" }: Heard): number => said.length;

function change({ name, said, until }: Heard, changing: Words): Intent {
  const when = until === undefined ? {} : { until };
  if (said === undefined)
    return { kind: "change", name, task: { words: "", pointing: true }, ...when };
  const words = unquote(said.replace(changing.prefix, ""));
  if (changing.everything.test(words)) return { kind: "one-at-a-time" };
  if (isTooLongForTitle(words)) return { kind: "no-such-name" };
  return { kind: "change", name, task: named(words, changing), ...when };
}

function named(words: string, changing: Words): TaskNamed {
  if (changing.pointing.test(words)) return { words, pointing: true };
  if (changing.other.test(words)) return { words, other: true };
  const number = numberIn(words, changing);
  return number === undefined ? { words } : { words, number };
}

function numberIn(text: string, { number, ordinals }: Words): number | undefined {
  const [, digits, ordinal] = number.exec(text) ?? [];
  if (digits !== undefined) return Number(digits);
  return ordinal === undefined ? undefined : ordinals.indexOf(ordinal.toLowerCase()) + 1;
}
