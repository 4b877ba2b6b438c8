import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import express, { type ErrorRequestHandler, type Express, type Request } from "express";
import { inOrder } from "./in-order.ts";
import { isError } from "../log/is-error.ts";
import { problemOf } from "./problem.ts";

/** Closes a door; `port` is the one it listens on. */
export type CloseDoor = (() => Promise<void>) & { readonly port: number };

export interface Door {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** What the door is called when it cannot be opened. */
  readonly name: string;
  /** How long running requests may still take once it closes: 10 s. */
  readonly graceMs?: number;
  /**
   * For so long, once it closes, those who are connected are answered still and told to come by another connection
   * next time: 0. Whoever asks just as an idle connection is closed cannot know whether they were heard.
   */
  readonly lingerMs?: number;
  readonly limits?: Partial<Limits>;
}

interface Limits {
  /** From the opening of a connection, or the first byte of a later request, to the end of its headers. */
  readonly headersMs: number;
  /** From there to the last byte of the request. */
  readonly requestMs: number;
  /** How long a connection may lie idle between two requests. */
  readonly idleMs: number;
  /** How often the first two are looked at. */
  readonly lookMs: number;
  /** So many connections at most. When they are all there, those that are idle are closed to make room. */
  readonly connections: number;
}

const LIMITS: Limits = {
  headersMs: 10_000,
  requestMs: 60_000,
  // Longer than the 90 s after which a Go client, the sidecar, drops an idle connection: whoever closes first must not be us.
  idleMs: 120_000,
  lookMs: 5_000,
  // Far more than people and probes need, and fewer than a process may have open files for.
  connections: 10_000,
};
const MAX_HEADER_BYTES = 16_384;
const GRACE_MS = 10_000;
const LOOK_AGAIN_MS = 50;
const CLOSING = "closing";

/**
 * Opens an HTTP door. Closing it takes in nothing new, tells streams to end (`closingOf`), waits for
 * the requests that run, and after the grace period breaks off what is left.
 */
export async function listen(app: Express, door: Door): Promise<CloseDoor> {
  const server = serverOf(app, { ...LIMITS, ...door.limits });
  const closing = new AbortController();
  let closed: Promise<void> | undefined;
  app.locals[CLOSING] = closing.signal;
  server.prependListener("request", (_req, res) => {
    if (closed !== undefined) res.setHeader("connection", "close");
  });
  server.listen(door.port, door.host);
  await once(server, "listening").catch((error: unknown) => {
    throw clearer(error, door);
  });
  const end = async (): Promise<void> => {
    if (door.lingerMs !== undefined) await partedWith(server, door.lingerMs);
    closing.abort();
    await shut(server, door.graceMs ?? GRACE_MS);
  };
  const close = (): Promise<void> => (closed ??= end());
  const address = server.address();
  return Object.assign(close, { port: typeof address === "object" && address ? address.port : 0 });
}

function serverOf(app: Express, limits: Limits): Server {
  const server = createServer(
    {
      keepAliveTimeout: limits.idleMs,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookMs,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    inOrder(express().disable("x-powered-by").use(app, lastResort)),
  );
  server.maxConnections = limits.connections;
  // Whoever comes next finds room: otherwise a stranger could hold every place with nothing but open connections.
  return server.on("drop", () => server.closeIdleConnections());
}

// Should even the app's own handler of errors fail, Express would answer with the stack, and print it.
const lastResort: ErrorRequestHandler = (error: unknown, req, res, _next) => {
  const problem = problemOf(error);
  if (res.headersSent) req.socket.destroy();
  else res.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
};

const never = new AbortController().signal;

/** Aborted when the door that took this request closes: a stream ends itself then. */
export function closingOf(req: Pick<Request, "app">): AbortSignal {
  const signal: unknown = req.app.locals[CLOSING];
  return signal instanceof AbortSignal ? signal : never;
}

async function shut(server: Server, graceMs: number): Promise<void> {
  const done = Promise.withResolvers<void>();
  server.close(() => done.resolve());
  // A connection that becomes idle only now would be kept for its whole keep-alive time.
  const sweep = setInterval(() => server.closeIdleConnections(), LOOK_AGAIN_MS);
  const grace = setTimeout(() => server.closeAllConnections(), graceMs);
  await done.promise.finally(() => {
    clearInterval(sweep);
    clearTimeout(grace);
  });
}

/** Resolves when nobody is connected any more, or after the time that there is for it. */
async function partedWith(server: Server, lingerMs: number): Promise<void> {
  const connected = promisify(server.getConnections.bind(server));
  const end = performance.now() + lingerMs;
  while (performance.now() < end && (await connected()) > 0) await sleep(LOOK_AGAIN_MS);
}

function clearer(error: unknown, { name, host, port }: Door): unknown {
  const code = isError(error) && "code" in error ? error.code : undefined;
  const where = `${host}:${port}`;
  if (code === "EADDRINUSE")
    return new Error(
      `The ${name} cannot open: something else listens on ${where}. Stop it, or choose another port`,
      { cause: error },
    );
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return new Error(`The ${name} cannot open: ${where} is not ours to listen on`, {
      cause: error,
    });
  return error;
}
