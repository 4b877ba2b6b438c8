import type { RequestHandler, Response } from "express";
import { AppError } from "@todo-mesh/ports";
import { userOf } from "./auth.ts";
import { refuseSlowly } from "./refuse-slowly.ts";

interface Line {
  inside: number;
  readonly waiting: (() => void)[];
}

interface Limits {
  /** So many requests of one person run at a time. */
  readonly most: number;
  /** So many more wait in the person's own line. */
  readonly mostWaiting: number;
}

const works = new WeakMap<Response, Promise<unknown>[]>();

/**
 * Runs so many requests of each person at a time. More wait for those, and nobody else does; any beyond are
 * `too-many`. A request runs until its answer is read and its work is done (`busyWith`). Behind `bearerAuth`.
 */
export function atOnce({ most, mostWaiting }: Limits): RequestHandler {
  const lines = new Map<string, Line>();

  const leave = (user: string, line: Line): void => {
    const next = line.waiting.shift();
    if (next) return next();
    line.inside -= 1;
    if (line.inside === 0) lines.delete(user);
  };
  const leaveAtEnd = (user: string, line: Line, res: Response): void => {
    const end = (): void =>
      void Promise.allSettled(works.get(res) ?? []).then(() => leave(user, line));
    if (res.closed) end();
    else res.once("close", end);
  };

  return (_req, res, next) => {
    const user = userOf(res);
    const line = lines.get(user) ?? { inside: 0, waiting: [] };
    lines.set(user, line);
    const enter = (): void => {
      leaveAtEnd(user, line, res);
      if (!res.closed) next();
    };
    if (line.inside < most) {
      line.inside += 1;
      enter();
    } else if (line.waiting.length < mostWaiting) line.waiting.push(enter);
    else refuseSlowly(res, next, () => tooMuch({ most, mostWaiting }));
  };
}

/** What this request works on, though its reader may leave before it is done. */
export function busyWith<Result>(res: Response, work: Promise<Result>): Promise<Result> {
  works.set(res, [...(works.get(res) ?? []), work]);
  return work;
}

const tooMuch = ({ most, mostWaiting }: Limits): AppError =>
  new AppError(
    "too-many",
    `${most} of your requests run and ${mostWaiting} wait for them: let some of them end first`,
  );
