import { AsyncLocalStorage } from "node:async_hooks";
import type { Request, RequestHandler, Response } from "express";
import { userIfAny } from "./auth.ts";
import type { Logger, LogLevel } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { currentTraceId, withTrace } from "./trace.ts";

interface Scope {
  readonly log: Logger;
  readonly metrics?: Metrics | undefined;
}

/** Gives each request its trace, and counts and logs it when it ends. Mount it first. */
export function requestScope({ log, metrics }: Scope): RequestHandler {
  return (req, res, next) => {
    withTrace(req.get("traceparent"), () => {
      const start = performance.now();
      res.removeHeader("x-powered-by");
      res.setHeader("x-content-type-options", "nosniff");
      res.setHeader("x-trace-id", currentTraceId() ?? "");
      // "close" comes after the last byte and after a reader that went away; "finish" only after the former.
      const ended = AsyncLocalStorage.bind(() => report(req, res, performance.now() - start));
      res.once("close", ended);
      next();
    });
  };

  function report(req: Request, res: Response, ms: number): void {
    const about = { method: req.method, route: routeOf(req, res), status: res.statusCode };
    metrics?.httpRequests.observe({ ...about, status: String(about.status) }, ms / 1_000);
    log[levelOf(res.statusCode)]("request", { ...about, duration_ms: Math.round(ms * 10) / 10 });
  }
}

function levelOf(status: number): LogLevel {
  if (status >= 500) return "warn";
  return status >= 400 ? "info" : "debug";
}

const ID = /^(?:[0-9a-f-]{36}|\d+)$/i;

/**
 * The route's template, for labels and logs. The router forgets where a route was mounted once it has
 * failed, so the mount is taken from the address, its ids and its user made names again.
 */
function routeOf(req: Request, res: Response): string {
  const template: unknown = req.route?.path;
  if (typeof template !== "string") return "none";
  const user = userIfAny(res);
  const address = (req.originalUrl.split("?", 1)[0] ?? "").split("/").filter(Boolean);
  const tail = template.split("/").filter(Boolean);
  const mount = address.slice(0, Math.max(0, address.length - tail.length)).map((segment) => {
    if (user !== undefined && segment === encodeURIComponent(user)) return ":user_id";
    return ID.test(segment) ? ":id" : segment;
  });
  return `/${[...mount, ...tail].join("/")}`;
}
