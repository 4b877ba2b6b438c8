import type { RequestHandler, Response } from "express";

/**
 * Lets go of whoever reads nothing of their answer for so long, and of what was kept for them. Work that takes longer
 * before there is an answer is left alone.
 */
export function letGoOfStalled({ afterMs }: { readonly afterMs: number }): RequestHandler {
  return (_req, res, next) => {
    const look = (): void => {
      if (isUnread(res)) res.destroy();
      else res.setTimeout(afterMs);
    };
    res.setTimeout(afterMs, look);
    next();
  };
}

const isUnread = (res: Response): boolean => res.writableLength > 0 || res.writableEnded;
