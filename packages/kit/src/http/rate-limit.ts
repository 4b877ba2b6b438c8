import type { Clock } from "@todo-mesh/ports";
import type { Request, RequestHandler } from "express";
import { LRUCache } from "lru-cache";
import { userOf } from "./auth.ts";
import { HttpError } from "./http-error.ts";
import { refuseSlowly } from "./refuse-slowly.ts";

const MAX_USERS = 100_000;

/** What each person may ask for: a unit is about what one small request costs. */
export interface Budget {
  /** For how long this person has less left to spend than so many units (1), a burst at most; 0 when they have as many. */
  waitMs(userId: string, units?: number): number;
  /** Takes units, also more than are left: until that is made up for nothing more is let in. */
  spend(userId: string, units: number): void;
  /** For how long this person has spent faster than `perSecond`: what they ask meanwhile waits so long. */
  aheadMs(userId: string): number;
}

export interface Rate {
  /** Units over time. */
  readonly perMinute: number;
  /** Units at once; as many again may be owed. */
  readonly burst: number;
  /** How fast a burst may be spent; when none is given as fast as it is asked for. */
  readonly perSecond?: number;
}

// What is asked together, as by a page that opens, is answered together.
const TOGETHER_MS = 250;

/** Gives each person `burst` units at once and `perMinute` over time, on this replica. */
export function createBudget(options: Rate & { readonly clock: Clock }): Budget {
  const { burst, perSecond = Number.POSITIVE_INFINITY } = options;
  const now = (): number => options.clock.now().getTime();
  const eachMs = 60_000 / options.perMinute;
  const overTime = createDebts({ eachMs, most: 2 * burst, now });
  const atPace = createDebts({ eachMs: 1_000 / perSecond, most: burst, now });
  return {
    waitMs: (userId, units = 1) => {
      const wanted = Math.max(1, Math.min(units, burst)) - burst;
      return Math.max(0, overTime.leftMs(userId) + wanted * eachMs);
    },
    spend: (userId, units) => {
      overTime.add(userId, units);
      atPace.add(userId, units);
    },
    aheadMs: (userId) => Math.max(0, atPace.leftMs(userId) - TOGETHER_MS),
  };
}

/** What each person has yet to make up for, at `eachMs` a unit: never more than `most` units, wherever the clock jumped. */
function createDebts({
  eachMs,
  most,
  now,
}: {
  readonly eachMs: number;
  readonly most: number;
  readonly now: () => number;
}) {
  // Whoever was least recently seen is forgotten first, and owes nothing.
  const paidAt = new LRUCache<string, number>({ max: MAX_USERS });
  const within = (ms: number): number => Math.min(Math.max(ms, 0), most * eachMs);
  const leftMs = (userId: string): number => within((paidAt.get(userId) ?? 0) - now());
  return {
    leftMs,
    add: (userId: string, units: number): void =>
      void paidAt.set(userId, now() + within(leftMs(userId) + units * eachMs)),
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

/**
 * Takes what a request costs beyond its one unit, once its body is there, and what its answer of so many bytes does once
 * it is sent. Of whoever is ahead of their pace a request goes on when they are not any more, one after the other; one
 * whose reader has left by then does not.
 */
export function charge(
  budget: Budget,
  costOf: (req: Request) => number,
  costOfAnswer: (bytes: number) => number = () => 0,
): RequestHandler {
  return (req, res, next) => {
    const user = userOf(res);
    const aheadMs = budget.aheadMs(user);
    budget.spend(user, Math.max(0, costOf(req) - 1));
    res.once("finish", () => {
      budget.spend(user, costOfAnswer(Number(res.getHeader("content-length") ?? 0)));
    });
    if (aheadMs === 0) return next();
    const timer = setTimeout(next, aheadMs);
    res.once("close", () => clearTimeout(timer));
  };
}

function tooMany(waitMs: number): HttpError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new HttpError(
    "too-many",
    `Too many requests, or too large ones: try again in ${seconds} s`,
    {
      headers: { "retry-after": String(seconds) },
    },
  );
}
