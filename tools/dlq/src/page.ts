import type { Letter } from "./letter.ts";

/** A place in the order of letters: the oldest first. */
export interface Cursor {
  readonly time: number;
  readonly partition: number;
  readonly offset: number;
}

const cursorOf = ({ time, partition, offset }: Letter): Cursor => ({
  time: time.getTime(),
  partition,
  offset: Number(offset),
});

const isAfter = (one: Cursor, other: Cursor): boolean => compare(one, other) > 0;
const compare = (one: Cursor, other: Cursor): number =>
  one.time - other.time || one.partition - other.partition || one.offset - other.offset;

/** The first letters after a place, gathered in any order; it holds no more of them than fit on the page. */
export function createPage(limit: number, after?: Cursor) {
  const letters: Letter[] = [];
  let hasMore = false;
  return {
    add: (letter: Letter): void => {
      const place = cursorOf(letter);
      if (after && !isAfter(place, after)) return;
      const at = letters.findIndex((other) => isAfter(cursorOf(other), place));
      letters.splice(at < 0 ? letters.length : at, 0, letter);
      hasMore ||= letters.length > limit;
      letters.length = Math.min(letters.length, limit);
    },
    letters: (): readonly Letter[] => letters,
    /** What `--after` takes to go on; undefined at the end. */
    next: (): string | undefined => {
      const last = letters.at(-1);
      if (!hasMore || !last) return undefined;
      const { time, partition, offset } = cursorOf(last);
      return `${time}/${partition}/${offset}`;
    },
  };
}
