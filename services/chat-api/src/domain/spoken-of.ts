import type { Task } from "@todo-mesh/contracts";
import { remembered, wordsOf } from "./words.ts";

type Part = ReadonlyMap<string, Task>;

// Ten thousand titles take longer to cut into words than to look through. Of a task as large as it may be the words
// take no more than three times its letters, and they go when its part of the list goes from memory.
const wordsOfTask = remembered(({ title, notes = "", tags = [] }: Task) => {
  const texts = [title, ...tags, notes];
  return ` ${texts.flatMap(wordsOf).join(" ")}`;
});

/**
 * Those tasks of a part of the list that a query speaks of: each of its words begins a word of the title, the notes
 * or a tag. May rest after each task.
 */
export function spokenOf(query: string): (part: Part) => Generator<undefined, Task[]> {
  const wanted = [...new Set(wordsOf(query))].map((word) => ` ${word}`);
  const isMeant = (task: Task): boolean => {
    if (wanted.length === 0) return task.title.includes(query);
    const words = wordsOfTask(task);
    return wanted.every((word) => words.includes(word));
  };
  return function* (part) {
    const found: Task[] = [];
    for (const task of part.values()) {
      if (isMeant(task)) found.push(task);
      yield;
    }
    return found;
  };
}
