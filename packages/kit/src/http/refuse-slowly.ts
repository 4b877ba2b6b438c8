import type { NextFunction, Response } from "express";

const AFTER_MS = 1_000;

/**
 * Passes a refusal on after a second. Whoever asks again at once, whatever they are told, does so once a second on
 * each connection, and refusing costs next to nothing. Who leaves before that is not answered.
 */
export function refuseSlowly(res: Response, next: NextFunction, refusal: () => unknown): void {
  const timer = setTimeout(() => next(refusal()), AFTER_MS);
  res.once("close", () => clearTimeout(timer));
}
