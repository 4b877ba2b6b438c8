import type { Task } from "@todo-mesh/contracts";
import { LANGUAGES } from "../languages/languages.ts";
import { isTooLongForTitle, titleKeyOf } from "../tasks/title-key.ts";
import { joined, sameTitleKey, wholeOf, wordsOf } from "../tasks/words.ts";

/** Which task some words mean. `near` has titles that look alike, the likeliest first. */
export type FoundTask =
  | { readonly kind: "one"; readonly task: Task }
  | { readonly kind: "several"; readonly tasks: readonly Task[] }
  | { readonly kind: "none"; readonly near: readonly Task[] };

// Small words a person adds without meaning any other task by them.
const FILLERS = new Set(
  Object.values(LANGUAGES).flatMap(({ sentences }) => sentences.changing.fillers),
);
/** The words that tell which task is meant. */
export const tellingWords = (said: string): readonly string[] =>
  wordsOf(said).filter((word) => !FILLERS.has(word));

const NEAR = 3;
const ALIKE = 0.4;

/**
 * The task with exactly this title; else the only one whose title has all these words. Whole words only:
 * "all" must not find "call mum". What is longer than a title is no task's. May rest after each task.
 */
export function* findTask(tasks: readonly Task[], said: string): Generator<undefined, FoundTask> {
  if (isTooLongForTitle(said)) return { kind: "none", near: [] };
  const key = sameTitleKey(said);
  const telling = [...new Set(tellingWords(said))];
  const [exact, partial]: [Task[], Task[]] = [[], []];
  for (const task of tasks) {
    const title = titleKeyOf(task);
    if (title === key) exact.push(task);
    else if (includesAll(title, telling)) partial.push(task);
    yield;
  }
  if (exact.length > 0) return oneOf(exact);
  if (telling.length === 0) return { kind: "none", near: [] };
  return partial.length > 0
    ? oneOf(partial)
    : { kind: "none", near: yield* nearTo(tasks, telling) };
}

function oneOf(found: readonly Task[]): FoundTask {
  const [task] = found;
  return task && found.length === 1 ? { kind: "one", task } : { kind: "several", tasks: found };
}

function includesAll(title: string, words: readonly string[]): boolean {
  const spoken = joined([title]);
  return words.every((word) => spoken.includes(wholeOf(word)));
}

interface Candidate {
  readonly task: Task;
  readonly likeness: number;
}

function* nearTo(tasks: readonly Task[], words: readonly string[]): Generator<undefined, Task[]> {
  const wanted = pairsOf(words);
  const near: Candidate[] = [];
  for (const task of tasks) {
    const candidate = { task, likeness: likeness(wanted, pairsOf(titleKeyOf(task).split(" "))) };
    if (candidate.likeness >= ALIKE) near.push(candidate);
    yield;
  }
  near.sort((one, other) => other.likeness - one.likeness);
  return near.slice(0, NEAR).map(({ task }) => task);
}

// The share of letter pairs in common (Dice) forgives a slip of the finger and a changed ending.
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / Math.min(one.size + other.size, 3 * one.size);
}

function pairsOf(words: readonly string[]): Set<string> {
  return new Set(
    words.flatMap((word) => Array.from(word, (letter, at) => letter + (word[at + 1] ?? "."))),
  );
}
