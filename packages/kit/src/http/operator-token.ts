import { AppError } from "@todo-mesh/ports";
import type { RequestHandler } from "express";
import { bearerIn, challenge } from "./auth.ts";
import { remembered } from "../process/remembered.ts";
import { sameAs } from "./same-secret.ts";

const SHORTEST = 32;

/**
 * Lets in only the operator, who shows the secret as `Authorization: Bearer`. It is read again each second, so that it
 * can be changed while we run; as long as there is none, nobody gets in.
 */
export function requireOperator(secret: () => Promise<string>): RequestHandler {
  const expected = remembered(secret);
  return async (req, res, next) => {
    res.setHeader("cache-control", "no-store");
    const shown = bearerIn(req);
    const token = await expected().catch((cause: unknown) => {
      throw new AppError("unavailable", "The operator's token cannot be read now", { cause });
    });
    if (token.length < SHORTEST)
      throw new AppError(
        "unavailable",
        `The operator's token is too short: give it ${SHORTEST} characters`,
      );
    if (!sameAs(token)(shown))
      throw challenge(new AppError("unauthenticated", "This is not the operator's token"));
    next();
  };
}
