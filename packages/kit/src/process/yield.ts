const STRETCH_MS = 5;

// One event loop, one queue: however many long works wait, a round of the loop lets one of them go on.
const waiting: (() => void)[] = [];

function letOneGoOn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(letOneGoOn);
}

/** Lets requests, timers and answers of others have the event loop first. Who yields first goes on first. */
export const yieldNow = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(letOneGoOn);
  });

interface PaceOptions {
  readonly stretchMs?: number;
  /** A clock in milliseconds that never goes back. */
  readonly nowMs?: () => number;
}

/** For a long loop: `await pace()` after each step yields as soon as the loop has held the event loop for 5 ms. */
export function createPace(options: PaceOptions = {}): () => Promise<void> | undefined {
  const { stretchMs = STRETCH_MS, nowMs = () => performance.now() } = options;
  let since = nowMs();
  const resume = (): void => void (since = nowMs());
  return () => (nowMs() - since < stretchMs ? undefined : yieldNow().then(resume));
}

/** `map` for long work: others have their turn between the items. Let each item take a few milliseconds at most. */
export async function inTurns<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item) => Result,
  options?: PaceOptions,
): Promise<Result[]> {
  const pace = createPace(options);
  const results: Result[] = [];
  for (const item of items) {
    results.push(work(item));
    const pause = pace();
    if (pause) await pause;
  }
  return results;
}

/** Carries out work that marks by `yield` where it may rest: others have their turn there, as soon as it has been long. */
export async function runInTurns<Result>(
  work: Generator<unknown, Result>,
  options?: PaceOptions,
): Promise<Result> {
  const pace = createPace(options);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const pause = pace();
    if (pause) await pause;
  }
}
