import type { Clock } from "@todo-mesh/ports";
import type { RequestHandler } from "express";
import { LRUCache } from "lru-cache";
import { userOf } from "./auth.ts";
import { Refusal } from "./refusal.ts";

const MAX_USERS = 100_000;

/**
 * Lets each person make `burst` requests at once and `perMinute` over time, on this replica; more are
 * `too-many`, with `Retry-After`. Behind `bearerAuth`.
 */
export function rateLimit(options: {
  perMinute: number;
  burst: number;
  clock: Clock;
}): RequestHandler {
  const eachMs = 60_000 / options.perMinute;
  const burstMs = options.burst * eachMs;
  // When the person's bucket is full again. Whoever was least recently seen is forgotten first, and has a full one.
  const fullAt = new LRUCache<string, number>({ max: MAX_USERS });
  return (_req, res, next) => {
    const user = userOf(res);
    const nowMs = options.clock.now().getTime();
    // Never further off than an empty bucket takes to fill, wherever the clock jumped.
    const before = Math.min(Math.max(fullAt.get(user) ?? nowMs, nowMs), nowMs + burstMs);
    const waitMs = before + eachMs - nowMs - burstMs;
    fullAt.set(user, waitMs > 0 ? before : before + eachMs);
    next(waitMs > 0 ? tooMany(Math.ceil(waitMs / 1_000)) : undefined);
  };
}

const tooMany = (seconds: number): Refusal =>
  new Refusal("too-many", `Too many requests: try again in ${seconds} s`, {
    headers: { "retry-after": String(seconds) },
  });
