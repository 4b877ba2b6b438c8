import { AppError, type ErrorKind, kindOf } from "../errors.ts";
import type { Invocation, Invoker } from "../index.ts";
import type { Json } from "../state-store.ts";
import { checkPath } from "../rules.ts";
import { throughJson } from "./json.ts";

/** What a callee answers; what it throws reaches the caller as its kind would over HTTP. */
export type Callee = (call: Invocation) => Promise<Json | undefined> | Json | undefined;

/** What a callee refuses; that it is away, or has a bug, is nothing that it says. */
const isPassedOn = (kind: ErrorKind): boolean => kind !== "unavailable" && kind !== "bug";

/**
 * Other services in memory. `on(app, route, callee)`: `route` is the path without its query, `*` any
 * path not named. `setAway(app)` and `setSlow(app)`: it is gone, or never answers (told at once).
 * `calls` holds every call made, answered or not.
 */
export function inMemoryInvoker() {
  const callees = new Map<string, Map<string, Callee>>();
  const silent = new Set<string>();
  const calls: Invocation[] = [];
  const setSilent = (app: string, now = true): void =>
    void (now ? silent.add(app) : silent.delete(app));

  return {
    calls,
    on: (app: string, route: string, callee: Callee): void =>
      void callees.set(app, (callees.get(app) ?? new Map()).set(route, callee)),
    setAway: setSilent,
    setSlow: setSilent,
    invoke: async (call) => {
      checkPath(call.path);
      calls.push(call);
      const { app, path } = call;
      if (silent.has(app)) throw new AppError("unavailable", `${app} did not answer`);
      const methods = callees.get(app);
      if (!methods) throw new AppError("unavailable", `${app} could not be reached`);
      const callee = methods.get(path.split("?", 1)[0] ?? "") ?? methods.get("*");
      if (!callee) throw new AppError("not-found", `${app} has no such method`);
      return answerOf(callee, call);
    },
  } satisfies Invoker & Record<string, unknown>;
}

async function answerOf(callee: Callee, call: Invocation): Promise<unknown> {
  try {
    const answer = await callee(
      call.body === undefined ? call : { ...call, body: throughJson(call.body) },
    );
    return answer === undefined ? undefined : throughJson(answer);
  } catch (cause) {
    if (isPassedOn(kindOf(cause))) throw cause;
    throw new AppError("unavailable", `${call.app} could not answer`, { cause });
  }
}
