import { AppError } from "@todo-mesh/ports";
import type { RequestHandler } from "express";

/** Lets in calls of this one service: the caller's sidecar names it, and ours passes that on. */
export function onlyFrom(app: string): RequestHandler {
  return (req, _res, next) => {
    const right = req.get("dapr-caller-app-id") === app;
    next(right ? undefined : new AppError("forbidden", `Only ${app} may call this`));
  };
}
