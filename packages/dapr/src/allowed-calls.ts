import { type Call, CALLS } from "@todo-mesh/contracts";
import { AppError } from "@todo-mesh/ports";
import { type RequestHandler, Router } from "express";

const CALLER = "dapr-caller-app-id";
const VERBS = { GET: "get", POST: "post" } as const;

/**
 * Lets in what another service may call on this one, and what our own sidecar brings of itself (events,
 * jobs), which names no caller. That the caller's name is true, our sidecar vouches for by its certificate.
 */
export function allowedCalls(callee: string, calls: readonly Call[] = CALLS): RequestHandler {
  const ours = calls.filter((call) => call.callee === callee);
  const router = Router();
  for (const { method, path } of ours) {
    const callers = ours.filter((one) => one.method === method && one.path === path);
    router[VERBS[method]](path, (req, _res, next) => {
      const right = callers.some(({ caller }) => caller === req.get(CALLER));
      next(
        right ? "router" : new AppError("forbidden", `${method} ${path} is not for this caller`),
      );
    });
  }
  return router.use((req, _res, next) => {
    const caller = req.get(CALLER);
    next(caller && new AppError("forbidden", `${callee} has nothing here that ${caller} may call`));
  });
}
