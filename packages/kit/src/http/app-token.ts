import { createHash, timingSafeEqual } from "node:crypto";
import { AppError } from "@todo-mesh/ports";
import type { RequestHandler } from "express";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Lets in only our own sidecar, which knows `token` and sends it as `dapr-api-token`. */
export function requireAppToken(token: string): RequestHandler {
  if (token === "") throw new Error("APP_API_TOKEN is empty: the mesh door would be open to all");
  const expected = digest(token);
  return (req, _res, next) => {
    // Digests are of one length, so that the comparison tells nothing about the token, not even its length.
    const right = timingSafeEqual(digest(req.get("dapr-api-token") ?? ""), expected);
    next(right ? undefined : new AppError("unauthenticated", "This door is for the sidecar alone"));
  };
}
