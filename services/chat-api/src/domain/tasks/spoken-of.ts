import type { Task } from "@todo-mesh/contracts";
import { beginOf, joined, remembered, wordsOf } from "./words.ts";

type Part = ReadonlyMap<string, Task>;

/** How much a search has looked at. */
export interface Searched {
  readonly tasks: number;
  readonly characters: number;
}

/** The words of all tasks of a part in one text, and where in it those of each task end. */
interface Words {
  readonly text: string;
  readonly ends: readonly { readonly task: Task; readonly end: number }[];
}

// No word holds it, so nothing is found in the words of two tasks.
const BETWEEN = "\n";

// Ten thousand titles take longer to cut into words than to look through. The words of a part take no more than four
// times its letters, and go when it goes from memory.
const wordsOfPart = remembered((part: Part): Words => {
  let text = "";
  const ends = [...part.values()].map((task) => {
    text += joined(textsOf(task).flatMap(wordsOf)) + BETWEEN;
    return { task, end: text.length };
  });
  return { text, ends };
});

const textsOf = ({ title, notes = "", tags = [] }: Task) => [title, ...tags, notes];

/**
 * Those tasks of a part of the list that a query speaks of: each of its words begins a word of the title, the notes
 * or a tag, or stands anywhere in a run of letters without spaces. A query of signs alone is looked for as it stands.
 * Says of each part how much of it was looked at.
 */
export function spokenOf(
  query: string,
  onSearched: (searched: Searched) => void = () => undefined,
): (part: Part) => Task[] {
  const [rarest, ...others] = [...new Set(wordsOf(query))].map(beginOf).toSorted(longestFirst);
  return (part) => {
    if (rarest === undefined) {
      const tasks = [...part.values()];
      onSearched({ tasks: part.size, characters: tasks.flatMap(textsOf).join("").length });
      return tasks.filter((task) => textsOf(task).some((text) => text.includes(query)));
    }
    const words = wordsOfPart(part);
    onSearched({ tasks: part.size, characters: words.text.length });
    return [...withWord(words, rarest)]
      .filter(({ text }) => others.every((each) => text.includes(each)))
      .map(({ task }) => task);
  };
}

const longestFirst = (one: string, other: string): number => other.length - one.length;

function* withWord({ text, ends }: Words, word: string): Generator<{ task: Task; text: string }> {
  let from = 0;
  let at = text.indexOf(word);
  for (const { task, end } of ends) {
    if (at < 0) return;
    if (at < end) {
      yield { task, text: text.slice(from, end) };
      at = text.indexOf(word, end);
    }
    from = end;
  }
}
