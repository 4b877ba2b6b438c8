/** A number of something: one is said in the singular. */
export const count = (n: number, one: string, more: string): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : more}`;
