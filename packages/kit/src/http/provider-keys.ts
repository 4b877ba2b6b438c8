import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import type { AppError } from "@todo-mesh/ports";
import { HttpError } from "./http-error.ts";

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

/** What is known of a provider's keys, and how they are asked for: once for all who wait, and not too often. */
function createRenewal(fetchKeys: () => Promise<JSONWebKeySet>, nowMs: () => number) {
  const state: { known?: Known; failure?: unknown } = {};
  let askedAtMs = -Infinity;
  let asking: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    try {
      state.known = { find: createLocalJWKSet(await fetchKeys()), atMs: nowMs() };
      state.failure = undefined;
    } catch (error) {
      state.failure = error;
    } finally {
      // Counted from its end: a provider that hangs is not asked again at once.
      askedAtMs = nowMs();
    }
  };
  return {
    state,
    /** Whether all that the provider has now is known here. */
    renew: async (): Promise<boolean> => {
      if (asking === undefined && nowMs() - askedAtMs < COOLDOWN_MS) return false;
      await (asking ??= ask().finally(() => (asking = undefined)));
      return state.failure === undefined;
    },
  };
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
  const { state, renew } = createRenewal(fetchKeys, nowMs);
  const isYounger = (ms: number): boolean =>
    state.known !== undefined && nowMs() - state.known.atMs < ms;
  const find: JWTVerifyGetKey = async (header, token) => {
    if (state.known && isYounger(STALE_MS)) return state.known.find(header, token);
    throw later(state.failure);
  };
  const renewIfOld = async (): Promise<boolean> => {
    if (isYounger(FRESH_MS)) return false;
    // Asked for in any case; but while the provider is in trouble and there are keys, nobody waits for its answer.
    const isInTrouble = state.failure !== undefined;
    const renewed = renew();
    return state.known && isInTrouble ? false : renewed;
  };

  return async (header, token) => {
    const isNew = await renewIfOld();
    try {
      return await find(header, token);
    } catch (error) {
      if (isNew || !(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (!(await renew())) throw later(state.failure ?? error);
    }
    return find(header, token);
  };
}

const later = (cause: unknown): AppError =>
  new HttpError("unavailable", "The keys of the sign-in provider cannot be read now", {
    headers: { "retry-after": String(COOLDOWN_MS / 1_000) },
    cause,
  });
