const HOUR_MS = 60 * 60 * 1_000;
const AGAIN_MS = 60 * 1_000;

/**
 * Renews what runs out each hour. A full disk must not end the one process that starts everything again: what fails is
 * said, and tried again in a minute. Answers how to end it; it keeps no process alive.
 */
export function keepRenewed(renew: () => void, report: (line: string) => void): () => void {
  const look = (): void => {
    let next = HOUR_MS;
    try {
      renew();
    } catch (error) {
      report(`The mesh's tokens could not be renewed, in a minute again: ${String(error)}`);
      next = AGAIN_MS;
    }
    timer = setTimeout(look, next).unref();
  };
  let timer = setTimeout(look, HOUR_MS).unref();
  return () => clearTimeout(timer);
}
