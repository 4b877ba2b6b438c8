/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[], last: string): string {
  const before = items.slice(0, -1).join(", ");
  return before === "" ? (items[0] ?? "") : `${before} ${last} ${items.at(-1) ?? ""}`;
}

/** Numbers from the beginning first, then those from the end, as people say them. */
export const asSaid = (numbers: readonly number[]): readonly number[] => [
  ...numbers.filter((number) => number >= 0),
  ...numbers.filter((number) => number < 0),
];
