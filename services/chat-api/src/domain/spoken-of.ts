import type { Task } from "@todo-mesh/contracts";
import { remembered, wordsOf } from "./words.ts";

type Part = ReadonlyMap<string, Task>;

// Ten thousand titles take longer to cut into words than to look through.
const spoken = remembered((part: Part) =>
  [...part.values()].map((task) => {
    const { title, notes = "", tags = [] } = task;
    return { task, words: ` ${wordsOf([title, notes, ...tags].join(" ")).join(" ")}` };
  }),
);

/** Those tasks of a part of the list that a query speaks of: each of its words begins a word of the title, the notes or a tag. */
export function spokenOf(query: string): (part: Part) => Task[] {
  const wanted = wordsOf(query).map((word) => ` ${word}`);
  if (wanted.length === 0)
    return (part) => [...part.values()].filter(({ title }) => title.includes(query));
  return (part) =>
    spoken(part)
      .filter(({ words }) => wanted.every((word) => words.includes(word)))
      .map(({ task }) => task);
}
