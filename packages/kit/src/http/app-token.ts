import { AppError } from "@todo-mesh/ports";
import type { RequestHandler } from "express";
import { sameAs } from "./same-secret.ts";

/** Lets in only our own sidecar, which knows `token` and sends it as `dapr-api-token`. */
export function requireAppToken(token: string): RequestHandler {
  if (token === "") throw new Error("APP_API_TOKEN is empty: the mesh door would be open to all");
  const isToken = sameAs(token);
  return (req, _res, next) => {
    const isRight = isToken(req.get("dapr-api-token") ?? "");
    next(
      isRight ? undefined : new AppError("unauthenticated", "This door is for the sidecar alone"),
    );
  };
}
