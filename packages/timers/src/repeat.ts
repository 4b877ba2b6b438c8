/** Does `work` now and again `everyMs` after each end, until told to stop; `stop` waits for the turn under way. */
export function repeat(
  everyMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): { stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();

  const takeTurn = (): void => {
    turn = work()
      .catch(onError)
      .finally(() => {
        if (!stopped) timer = setTimeout(takeTurn, everyMs);
      });
  };
  takeTurn();

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
