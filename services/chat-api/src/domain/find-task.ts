import type { Task } from "@todo-mesh/contracts";
import { sameTitleKey, wordsOf } from "./words.ts";

/** Which task some words mean. `near` has titles that look alike, the likeliest first. */
export type FoundTask =
  | { readonly kind: "one"; readonly task: Task }
  | { readonly kind: "several"; readonly tasks: readonly Task[] }
  | { readonly kind: "none"; readonly near: readonly Task[] };

// Small words a person adds without meaning any other task by them.
const FILLERS = new Set(["the", "a", "an", "my", "our", "task", "to"]);
const NEAR = 3;
const ALIKE = 0.4;

/**
 * The task with exactly this title; else the only one whose title has all these words. Whole words only:
 * "all" must not find "call mum".
 */
export function findTask(tasks: readonly Task[], said: string): FoundTask {
  const words = wordsOf(said);
  const exact = tasks.filter(({ title }) => sameTitleKey(title) === sameTitleKey(said));
  if (exact.length > 0) return oneOf(exact);
  const telling = words.filter((word) => !FILLERS.has(word));
  if (telling.length === 0) return { kind: "none", near: [] };
  const partial = tasks.filter(({ title }) => includesAll(wordsOf(title), telling));
  return partial.length > 0 ? oneOf(partial) : { kind: "none", near: nearTo(tasks, telling) };
}

function oneOf(found: readonly Task[]): FoundTask {
  const [task] = found;
  return task && found.length === 1 ? { kind: "one", task } : { kind: "several", tasks: found };
}

const includesAll = (title: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => title.includes(word));

function nearTo(tasks: readonly Task[], words: readonly string[]): Task[] {
  const wanted = pairsOf(words);
  return tasks
    .map((task) => ({ task, likeness: likeness(wanted, pairsOf(wordsOf(task.title))) }))
    .filter((candidate) => candidate.likeness >= ALIKE)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, NEAR)
    .map(({ task }) => task);
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
