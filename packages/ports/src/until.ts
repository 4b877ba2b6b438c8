const ASK_AGAIN_MS = 20;

/** Lets time pass: real time, unless a fake's clock is moved. */
export type PassTime = (ms: number) => Promise<void> | void;

const realTime = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Looks again and again until there is an answer other than undefined or false; throws with `what` after the deadline.
 * A look that fails is no answer yet.
 */
export async function until<Answer>(
  what: string,
  look: () => Answer | undefined | false | Promise<Answer | undefined | false>,
  withinMs = 30_000,
  passTime: PassTime = realTime,
): Promise<Answer> {
  const deadline = performance.now() + withinMs;
  let last: unknown;
  for (let waited = 0; waited < withinMs; waited += ASK_AGAIN_MS) {
    try {
      const answer = await look();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > deadline) break;
    await passTime(ASK_AGAIN_MS);
  }
  throw new Error(`Not within ${withinMs} ms: ${what}`, { cause: last });
}

/** What would be waited for in seconds takes milliseconds: for parts that wait for a dead store, among others. */
export const briefly = (ms: number): Promise<void> => realTime(Math.min(ms, 20));
