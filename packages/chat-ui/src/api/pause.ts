const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/** Waits before somebody is asked again who did not answer: longer each time, but not once the network is back. */
export async function pauseAfter(failures: number): Promise<void> {
  const over = new AbortController();
  const ms = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
  await new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
    addEventListener("online", () => resolve(), { signal: over.signal });
  });
  over.abort();
}
