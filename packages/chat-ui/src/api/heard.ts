import { ask, type Call } from "./call.ts";

// Whoever cannot be heard of at once is read all the same, and once more when it can.
const LONGEST_WAIT_MS = 500;

const first = Promise.withResolvers<void>();
let isHeard = false;
let wasReadBefore = false;

/** From now on whatever happens is heard of; answers whether something was read before that, which may be old. */
export function nowHeard(): boolean {
  const isOld = wasReadBefore;
  isHeard = true;
  wasReadBefore = false;
  first.resolve();
  return isOld;
}

/**
 * Reads what live events keep as it is. It is asked for once these are heard of: what is read before could change
 * between the two, and had to be read again.
 */
export async function readLive<Answer>(path: string, asked: Pick<Call, "signal">): Promise<Answer> {
  if (!isHeard) {
    const waited = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
    await Promise.race([first.promise, waited]);
    wasReadBefore ||= !isHeard;
  }
  return ask<Answer>(path, asked);
}
