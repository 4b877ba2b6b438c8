import { STATUS_CODES } from "node:http";
import type { Problem } from "@todo-mesh/contracts";
import { AppError, type ErrorKind, kindOf } from "@todo-mesh/ports";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { fromExpress } from "./express-errors.ts";
import type { Logger } from "../log/logger.ts";
import { HttpError } from "./http-error.ts";
import { methodOf } from "./request-scope.ts";

const KINDS = {
  invalid: { status: 400, title: "Invalid request" },
  unauthenticated: { status: 401, title: "Authentication required" },
  forbidden: { status: 403, title: "Not allowed" },
  "not-found": { status: 404, title: "Not found" },
  conflict: { status: 409, title: "Conflict" },
  stale: { status: 412, title: "Changed in the meantime" },
  "key-reused": { status: 422, title: "Idempotency key used for another request" },
  "too-large": { status: 413, title: "Request too large" },
  "too-many": { status: 429, title: "Too many requests" },
  unavailable: { status: 503, title: "Service unavailable" },
  bug: { status: 500, title: "Internal error" },
} as const satisfies Record<ErrorKind, { status: number; title: string }>;

const HEADERS: Partial<Record<ErrorKind, Record<string, string>>> = {
  unauthenticated: { "www-authenticate": "Bearer" },
  "too-many": { "retry-after": "1" },
  unavailable: { "retry-after": "1" },
};

/**
 * The HTTP edge: every error leaves as application/problem+json (RFC 9457), `errors` naming each
 * field at fault. A bug is logged and keeps its words to itself. Mount it last.
 */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, req, res, _next) => {
    const error = fromExpress(thrown);
    const kind = kindOf(error);
    if (kind === "bug") log.error("request failed", { error, method: methodOf(req) });
    if (kind === "unavailable") log.warn("request could not be served", { error });
    // Half an answer is out: breaking it off is the only way left to say that it is not whole.
    if (res.headersSent) req.socket.destroy();
    else send(req, res, error);
  };
}

function send(req: Request, res: Response, error: unknown): void {
  const own = error instanceof HttpError ? error : undefined;
  // An address that is no path would be sent back as if it were one of ours.
  const [path = ""] = req.originalUrl.split("?", 1);
  const problem = problemOf(error, path.startsWith("/") ? path : undefined);
  res
    .status(problem.status)
    .set({ ...HEADERS[kindOf(error)], ...own?.headers })
    .type("application/problem+json")
    .send(JSON.stringify(problem));
}

/** An error as people are told of it; `instance` is the address that was asked. */
export function problemOf(error: unknown, instance?: string): Problem {
  const kind = kindOf(error);
  const own = error instanceof HttpError ? error.status : undefined;
  const status = own ?? KINDS[kind].status;
  const title = own === undefined ? KINDS[kind].title : STATUS_CODES[own];
  return {
    type: `urn:todo-mesh:problem:${kind}`,
    title: title ?? KINDS[kind].title,
    status,
    ...wordsOf(error, kind, instance),
  };
}

// What belongs to someone else and what was never there are answered with the very same bytes.
function wordsOf(error: unknown, kind: ErrorKind, instance?: string): Partial<Problem> {
  if (kind === "not-found" && !(error instanceof HttpError))
    return { detail: "It does not exist, or it is not yours" };
  if (!(error instanceof AppError) || kind === "bug")
    return {
      detail: "It is in our log. Please try again, or tell us the x-trace-id of this answer",
    };
  return {
    detail: error.message,
    ...(instance !== undefined && { instance }),
    ...(error.fields.length > 0 && { errors: [...error.fields] }),
  };
}

/** What no route has answered. Mount it after all routes, before `problemHandler`. */
export function noSuchRoute(): RequestHandler {
  return (req, _res, next) =>
    next(new HttpError("not-found", `Nothing answers ${req.method} at this address`, {}));
}

/** Ends a route: `router.route(path).get(…).post(…).all(otherMethods())` answers any other method with 405. */
export function otherMethods(): RequestHandler {
  return (req, _res, next) => {
    const methods: Record<string, unknown> = req.route.methods;
    const allow = Object.keys(methods).filter((method) => !method.startsWith("_"));
    const headers = { allow: allow.join(", ").toUpperCase() };
    next(
      new HttpError("invalid", `${req.method} is not possible here, but ${headers.allow} is`, {
        status: 405,
        headers,
      }),
    );
  };
}
