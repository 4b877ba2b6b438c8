const AGAIN_MS = 60 * 1_000;

/**
 * Renews what runs out, `everyMs`. A full disk must not end the one process that starts everything again: what fails is
 * said, and tried again in a minute. Answers how to end it; it keeps no process alive.
 */
export function keepRenewed(
  renew: () => void,
  everyMs: number,
  report: (line: string) => void,
): () => void {
  const look = (): void => {
    let next = everyMs;
    try {
      renew();
    } catch (error) {
      report(`The mesh's tokens could not be renewed, in a minute again: ${String(error)}`);
      next = Math.min(everyMs, AGAIN_MS);
    }
    timer = setTimeout(look, next).unref();
  };
  let timer = setTimeout(look, everyMs).unref();
  return () => clearTimeout(timer);
}
