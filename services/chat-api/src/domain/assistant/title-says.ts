import { beginOf, joined, wordsOf } from "../tasks/words.ts";

/** Whether a title has each word of a query, or its beginning, as tasks are searched. Signs alone are looked for as they stand. */
export function titleSays(query: string): (title: string) => boolean {
  const words = wordsOf(query).map(beginOf);
  if (words.length === 0) return (title) => title.includes(query);
  return (title) => {
    const text = joined(wordsOf(title));
    return words.every((word) => text.includes(word));
  };
}
