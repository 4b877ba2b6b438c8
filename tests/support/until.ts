/** Asks again and again until there is an answer other than undefined or false; fails with `what` after the deadline. */
export async function until<Answer>(
  what: string,
  look: () => Answer | undefined | false | Promise<Answer | undefined | false>,
  withinMs = 30_000,
): Promise<Answer> {
  const deadline = Date.now() + withinMs;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await look();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Not within ${withinMs} ms: ${what}`, { cause: last });
}
