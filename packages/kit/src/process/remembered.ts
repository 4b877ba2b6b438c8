const REMEMBERED_MS = 1_000;

/**
 * Asks at most once a second, however many want to know: they share one answer, and one that is still
 * being found out. So what asks somebody else may stand open to everyone.
 */
export function remembered<Result>(find: () => Promise<Result>): () => Promise<Result> {
  let last: { answer: Promise<Result>; until: number } | undefined;
  return () => {
    if (last && performance.now() < last.until) return last.answer;
    const mine = { answer: find(), until: Infinity };
    const settled = (): void => void (mine.until = performance.now() + REMEMBERED_MS);
    mine.answer.then(settled, settled);
    last = mine;
    return mine.answer;
  };
}
