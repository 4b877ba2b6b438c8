import { HttpError, userOf } from "@todo-mesh/kit";
import type { Clock } from "@todo-mesh/ports";
import type { Request, RequestHandler } from "express";
import { LRUCache } from "lru-cache";

interface Kept {
  readonly day: number;
  readonly count: number;
  readonly bytes: number;
}

export interface KeptAnswersQuota {
  readonly perDay: number;
  readonly bytesPerDay: number;
}

const DAY_MS = 86_400_000;
const MB = 1_048_576;
const MAX_USERS = 100_000;

/**
 * An answer under an `Idempotency-Key` is kept for a day: so many of a person, and so many bytes, are kept by this
 * replica in a day (UTC). A request that `hasKey` beyond that is `too-many`; without one it is done.
 */
export function keptAnswers(
  { perDay, bytesPerDay }: KeptAnswersQuota,
  clock: Clock,
  hasKey: (req: Request) => boolean,
): RequestHandler {
  const byUser = new LRUCache<string, Kept>({ max: MAX_USERS });
  const of = (user: string): Kept => {
    const day = Math.floor(clock.now().getTime() / DAY_MS);
    const kept = byUser.get(user);
    return kept?.day === day ? kept : { day, count: 0, bytes: 0 };
  };

  return (req, res, next) => {
    if (!hasKey(req)) return next();
    const user = userOf(res);
    const { count, bytes, day } = of(user);
    if (count >= perDay || bytes >= bytesPerDay)
      return next(tooMuch({ perDay, bytesPerDay }, (day + 1) * DAY_MS - clock.now().getTime()));
    byUser.set(user, { day, count: count + 1, bytes });
    res.once("finish", () => {
      const now = of(user);
      const more = Number(res.getHeader("content-length") ?? 0);
      byUser.set(user, { ...now, bytes: now.bytes + more });
    });
    return next();
  };
}

const tooMuch = ({ perDay, bytesPerDay }: KeptAnswersQuota, leftMs: number): HttpError =>
  new HttpError(
    "too-many",
    `Of a day ${perDay} answers or ${Math.round(bytesPerDay / MB)} MB are kept for you: send it without an Idempotency-Key, or tomorrow (UTC)`,
    { headers: { "retry-after": String(Math.ceil(leftMs / 1_000)) } },
  );
