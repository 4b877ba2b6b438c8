import { setTimeout as sleep } from "node:timers/promises";

const PAUSE_MS = 200;

interface Patience {
  readonly seconds?: number;
  /** What is said beside what did not come. */
  readonly why?: () => string;
}

type Awaitable<Value> = Value | Promise<Value>;

/** Asks until there is an answer, and gives it; throws when there is none in time. */
export async function until<Answer>(
  what: string,
  ask: () => Awaitable<Answer | undefined | false>,
  { seconds = 60, why = () => "" }: Patience = {},
): Promise<Answer> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const answer: Answer | undefined | false = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`No ${what} after ${seconds} s. ${why()}`.trim());
    await sleep(PAUSE_MS);
  }
}
