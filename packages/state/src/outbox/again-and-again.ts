/**
 * Runs `turn` until it says that nothing is left to do, never two at once. `kick` starts it when it
 * rests; a kick while it runs is not lost. `turn` must not throw.
 */
export function againAndAgain(turn: () => Promise<boolean>): () => void {
  let [wanted, running] = [false, false];
  const run = async (): Promise<void> => {
    running = true;
    while (wanted) {
      wanted = false;
      while (await turn());
    }
    running = false;
  };
  return () => {
    wanted = true;
    if (!running) void run();
  };
}
