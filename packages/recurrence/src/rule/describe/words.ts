/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[], last: "and" | "or" = "and"): string {
  const before = items.slice(0, -1).join(", ");
  return before === "" ? (items[0] ?? "") : `${before} ${last} ${items.at(-1) ?? ""}`;
}

/** "1st", "22nd", "last", "3rd to last". */
export function ordinal(number: number): string {
  if (number === -1) return "last";
  return number < 0 ? `${numbered(-number)} to last` : numbered(number);
}

function numbered(number: number): string {
  const teen = Math.floor(number / 10) % 10 === 1;
  const ending = teen ? undefined : ["th", "st", "nd", "rd"][number % 10];
  return `${number}${ending ?? "th"}`;
}

const COUNTED = ["", "first", "second", "third", "fourth", "fifth"];

/** "first" to "fifth", then "6th"; "last", "second to last". */
export function counted(number: number): string {
  if (number === -1) return "last";
  const word = COUNTED[Math.abs(number)] ?? numbered(Math.abs(number));
  return number < 0 ? `${word} to last` : word;
}

/** Numbers from the beginning first, then those from the end, as people say them. */
export const asSaid = (numbers: readonly number[]): readonly number[] => [
  ...numbers.filter((number) => number >= 0),
  ...numbers.filter((number) => number < 0),
];
