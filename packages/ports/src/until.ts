const PATIENCE_MS = 20_000;
const ASK_AGAIN_MS = 50;

/** Lets time pass: real time, unless a fake's clock is moved. */
export type PassTime = (ms: number) => Promise<void> | void;

export const realTime: PassTime = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until the answer is there; after 20 s of asking it throws. */
export async function until<Answer>(
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  passTime: PassTime = realTime,
): Promise<Answer> {
  for (let waited = 0; waited < PATIENCE_MS; waited += ASK_AGAIN_MS) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await passTime(ASK_AGAIN_MS);
  }
  throw new Error(`Waited ${PATIENCE_MS} ms in vain`);
}
