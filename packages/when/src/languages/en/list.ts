/** Words, as they are written in a row. */
export const list = (words: string): readonly string[] => words.split(" ");

/** Several words that stand for one thing. */
export const spelled = <Value>(value: Value, ...words: readonly string[]): Record<string, Value> =>
  Object.fromEntries(words.map((word) => [word, value]));
