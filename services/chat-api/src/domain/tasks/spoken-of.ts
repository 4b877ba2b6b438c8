import type { Task } from "@todo-mesh/contracts";
import { beginOf, joined, remembered, wordsOf } from "./words.ts";

type Part = ReadonlyMap<string, Task>;

// Ten thousand titles take longer to cut into words than to look through. Of a task as large as it may be the words
// take no more than four times its letters, and they go when its part of the list goes from memory.
const wordsOfTask = remembered((task: Task) => joined(textsOf(task).flatMap(wordsOf)));

const textsOf = ({ title, notes = "", tags = [] }: Task) => [title, ...tags, notes];

/** How much a search has looked at. */
export interface Searched {
  readonly tasks: number;
  readonly characters: number;
}

/**
 * Those tasks of a part of the list that a query speaks of: each of its words begins a word of the title, the notes
 * or a tag, or stands anywhere in a run of letters without spaces. A query of signs alone is looked for as it stands.
 * May rest after each task; says of each part how much of it was looked at.
 */
export function spokenOf(
  query: string,
  onSearched: (searched: Searched) => void = () => undefined,
): (part: Part) => Generator<undefined, Task[]> {
  const wanted = [...new Set(wordsOf(query))].map(beginOf);
  return function* (part) {
    const found: Task[] = [];
    let characters = 0;
    for (const task of part.values()) {
      const texts = wanted.length === 0 ? textsOf(task) : [wordsOfTask(task)];
      const isMeant = (wanted.length === 0 ? [query] : wanted).every((each) =>
        texts.some((text) => text.includes(each)),
      );
      if (isMeant) found.push(task);
      characters += texts.reduce((sum, { length }) => sum + length, 0);
      yield;
    }
    onSearched({ tasks: part.size, characters });
    return found;
  };
}
