import type { Clock } from "@todo-mesh/ports";
import type { Request, RequestHandler } from "express";
import { LRUCache } from "lru-cache";
import { userOf } from "./auth.ts";
import { Refusal } from "./refusal.ts";
import { refuseSlowly } from "./refuse-slowly.ts";

const MAX_USERS = 100_000;

/** What each person may ask for: a unit is about what one small request costs. */
export interface Budget {
  /** For how long this person has less left to spend than so many units (1), a burst at most; 0 when they have as many. */
  waitMs(userId: string, units?: number): number;
  /** Takes units, also more than are left: until that is made up for nothing more is let in. */
  spend(userId: string, units: number): void;
}

/** Gives each person `burst` units at once and `perMinute` over time, on this replica. */
export function createBudget(options: {
  readonly perMinute: number;
  readonly burst: number;
  readonly clock: Clock;
}): Budget {
  const eachMs = 60_000 / options.perMinute;
  const burstMs = options.burst * eachMs;
  // When the person's bucket is full again. Whoever was least recently seen is forgotten first, and has a full one.
  const fullAt = new LRUCache<string, number>({ max: MAX_USERS });
  // Never further off than an empty bucket and one of debts take to fill, wherever the clock jumped.
  const within = (atMs: number, nowMs: number): number =>
    Math.min(Math.max(atMs, nowMs), nowMs + 2 * burstMs);
  const now = (): number => options.clock.now().getTime();

  return {
    waitMs: (userId, units = 1) => {
      const nowMs = now();
      const wanted = Math.max(1, Math.min(units, options.burst)) * eachMs;
      return Math.max(0, within(fullAt.get(userId) ?? nowMs, nowMs) + wanted - nowMs - burstMs);
    },
    spend: (userId, units) => {
      const nowMs = now();
      const before = within(fullAt.get(userId) ?? nowMs, nowMs);
      fullAt.set(userId, within(before + units * eachMs, nowMs));
    },
  };
}

/** Lets in who has something left to spend, for one unit; others are, a second later, `too-many`, with `Retry-After`. Behind `bearerAuth`. */
export function rateLimit(budget: Budget): RequestHandler {
  return (_req, res, next) => {
    const user = userOf(res);
    if (budget.waitMs(user) > 0) return refuseSlowly(res, next, () => tooMany(budget.waitMs(user)));
    budget.spend(user, 1);
    return next();
  };
}

/** Takes what a request costs beyond its one unit, once its body is there. */
export function charge(budget: Budget, costOf: (req: Request) => number): RequestHandler {
  return (req, res, next) => {
    budget.spend(userOf(res), Math.max(0, costOf(req) - 1));
    next();
  };
}

function tooMany(waitMs: number): Refusal {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new Refusal(
    "too-many",
    `Too many requests, or too large ones: try again in ${seconds} s`,
    {
      headers: { "retry-after": String(seconds) },
    },
  );
}
