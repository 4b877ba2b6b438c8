import { type Letter, placeOf } from "./letter.ts";

/** Which letters are meant; what is not said leaves all of them in. */
export interface Filter {
  /** Where it lies: partition and offset. */
  readonly letter?: string | undefined;
  /** The event's id. */
  readonly id?: string | undefined;
  readonly type?: string | undefined;
  readonly user?: string | undefined;
  readonly kind?: string | undefined;
  readonly since?: Date | undefined;
  /** Not including it. */
  readonly until?: Date | undefined;
}

/** Whether a filter leaves anything out at all. */
export const isWide = (filter: Filter): boolean =>
  Object.values(filter).every((wanted) => wanted === undefined);

/** Whether the filter means this letter. */
export function isMeant(letter: Letter, filter: Filter): boolean {
  const { since, until } = filter;
  const pairs = [
    [filter.letter, placeOf(letter)],
    [filter.id, letter.id],
    [filter.type, letter.type],
    [filter.user, letter.key],
    [filter.kind, letter.kind],
  ];
  if (pairs.some(([wanted, found]) => wanted !== undefined && wanted !== found)) return false;
  return !(since && letter.time < since) && !(until && letter.time >= until);
}
