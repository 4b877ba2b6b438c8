import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import type { AppError } from "@todo-mesh/ports";
import { Refusal } from "./refusal.ts";

// A key that its provider withdrew is believed no longer than this while the provider answers.
const FRESH_MS = 60_000;
// While it does not answer, the last keys hold so long: an outage there must not sign everybody out here.
const STALE_MS = 300_000;
// However many tokens come, and whatever they name: the provider is asked no more often.
const COOLDOWN_MS = 2_000;

interface Known {
  readonly find: JWTVerifyGetKey;
  readonly atMs: number;
}

/**
 * Finds the key that a token names. Unknown keys are looked for anew, once for all who wait, at most
 * every two seconds; in between nobody can tell whether such a key is new or made up, so it is
 * `unavailable` with Retry-After.
 */
export function providerKeys(
  fetchKeys: () => Promise<JSONWebKeySet>,
  nowMs: () => number,
): JWTVerifyGetKey {
  let known: Known | undefined;
  let failure: unknown;
  let askedAtMs = -Infinity;
  let asking: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    askedAtMs = nowMs();
    try {
      known = { find: createLocalJWKSet(await fetchKeys()), atMs: askedAtMs };
      failure = undefined;
    } catch (error) {
      failure = error;
    }
  };
  /** Whether the provider has been asked since this was called. */
  const refresh = async (): Promise<boolean> => {
    if (asking === undefined && nowMs() - askedAtMs < COOLDOWN_MS) return false;
    await (asking ??= ask().finally(() => (asking = undefined)));
    return true;
  };
  const usable = (): Known => {
    if (known && nowMs() - known.atMs < STALE_MS) return known;
    throw later(failure);
  };

  const isFresh = (): boolean => known !== undefined && nowMs() - known.atMs < FRESH_MS;
  /** Whether all that the provider has now is known here. */
  const isRenewed = async (): Promise<boolean> => (await refresh()) && failure === undefined;

  return async (header, token) => {
    const isNew = !isFresh() && (await isRenewed());
    try {
      return await usable().find(header, token);
    } catch (error) {
      if (isNew || !(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (!(await isRenewed())) throw later(failure ?? error);
    }
    return usable().find(header, token);
  };
}

const later = (cause: unknown): AppError =>
  new Refusal("unavailable", "The keys of the sign-in provider cannot be read now", {
    headers: { "retry-after": String(COOLDOWN_MS / 1_000) },
    cause,
  });
