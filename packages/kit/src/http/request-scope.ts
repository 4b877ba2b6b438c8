import { AsyncLocalStorage } from "node:async_hooks";
import type { Request, RequestHandler, Response } from "express";
import { faultOfAddress } from "./address.ts";
import type { Logger, LogLevel } from "../log/logger.ts";
import type { Metrics } from "../process/metrics.ts";
import { mountOf } from "./mount.ts";
import { currentTraceId, withTrace } from "../log/trace.ts";

interface Scope {
  readonly log: Logger;
  readonly metrics?: Metrics | undefined;
}

/** Gives each request its trace, counts and logs it when it ends, and lets no malformed address past. Mount it first. */
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
      next(faultOfAddress(req));
    });
  };

  function report(req: Request, res: Response, ms: number): void {
    const about = { method: methodOf(req), route: routeOf(req, res), status: res.statusCode };
    metrics?.httpRequests.observe({ ...about, status: String(about.status) }, ms / 1_000);
    log[levelOf(res.statusCode)]("request", { ...about, duration_ms: Math.round(ms * 10) / 10 });
  }
}

function levelOf(status: number): LogLevel {
  if (status >= 500) return "warn";
  return status >= 400 ? "info" : "debug";
}

// What is known of both comes from the code alone: whatever a sender writes, it is one of few values.
const METHODS: ReadonlySet<string> = new Set("GET HEAD POST PUT PATCH DELETE OPTIONS".split(" "));

/** The method, for labels and logs: a rare one is `other`. */
export const methodOf = ({ method }: Request): string => (METHODS.has(method) ? method : "other");

/** The route's template, for labels and logs: `none` if no route took the request. */
function routeOf(req: Request, res: Response): string {
  const template: unknown = req.route?.path;
  return typeof template === "string" ? mountOf(res) + template : "none";
}
