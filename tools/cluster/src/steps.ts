/** Says of each step, when it is done, what it was and how long it took. */
export function createSteps(report: (line: string) => void) {
  return async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await work();
    report(`${what}: ${((performance.now() - start) / 1_000).toFixed(1)} s`);
    return result;
  };
}

export type Step = ReturnType<typeof createSteps>;
