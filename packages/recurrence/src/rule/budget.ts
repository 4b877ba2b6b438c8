/** How much work an answer may cost. Every step of a search takes one; at zero the search gives up. */
export interface Budget {
  left: number;
}

/** A step takes some 200 ns, cold ones included five times as long: an answer stays within 50 ms. */
export const MOST_STEPS = 50_000;
