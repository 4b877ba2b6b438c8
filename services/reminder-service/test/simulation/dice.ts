/** Chance that is the same in every run of a seed (mulberry32). */
export interface Dice {
  /** At least 0, less than 1. */
  roll(): number;
  /** A whole number of these, the ends included. */
  between(least: number, most: number): number;
  /** True in so many of a hundred cases. */
  isIn(percent: number): boolean;
  /** One of them; there is one at least. */
  of<Value>(values: readonly Value[]): Value;
}

export function diceOf(seed: number): Dice {
  let state = seed;
  const roll = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number =>
    least + Math.floor(roll() * (most - least + 1));
  return {
    roll,
    between,
    isIn: (percent) => roll() * 100 < percent,
    of: (values) => {
      const [one] = values.slice(between(0, values.length - 1));
      if (one === undefined) throw new Error("There is nothing to choose from");
      return one;
    },
  };
}
