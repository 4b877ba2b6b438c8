import type { Task } from "@todo-mesh/contracts";
import { beginOf, joined, remembered, wordsOf } from "./words.ts";

type Part = ReadonlyMap<string, Task>;

// Ten thousand titles take longer to cut into words than to look through. Of a task as large as it may be the words
// take no more than four times its letters, and they go when its part of the list goes from memory.
const wordsOfTask = remembered((task: Task) => joined(textsOf(task).flatMap(wordsOf)));

const textsOf = ({ title, notes = "", tags = [] }: Task) => [title, ...tags, notes];

/**
 * Those tasks of a part of the list that a query speaks of: each of its words begins a word of the title, the notes
 * or a tag, or stands anywhere in a run of letters without spaces. A query of signs alone is looked for as it stands.
 * May rest after each task.
 */
export function spokenOf(query: string): (part: Part) => Generator<undefined, Task[]> {
  const wanted = [...new Set(wordsOf(query))].map(beginOf);
  const isMeant = (task: Task): boolean => {
    if (wanted.length === 0) return textsOf(task).some((text) => text.includes(query));
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
