import { Agent, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import type { CallMethod } from "@todo-mesh/contracts/calls";
import { currentTraceparent } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";

export interface SidecarOptions {
  readonly host?: string | undefined;
  readonly httpPort: number;
  readonly grpcPort: number;
  readonly apiToken?: string | undefined;
  /** How long one call may take, from the first byte out to the last byte in. */
  readonly timeoutMs: number;
}

interface SidecarRequest {
  readonly method: CallMethod;
  /** Path and query, encoded. */
  readonly path: string;
  /** JSON, already written out. */
  readonly body?: string | undefined;
  readonly contentType?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly timeoutMs?: number | undefined;
}

export interface SidecarAnswer {
  readonly status: number;
  readonly text: string;
  readonly etag?: string | undefined;
}

/** The sidecar beside this process. */
export interface Sidecar {
  readonly options: SidecarOptions & { readonly host: string };
  /** Any answer, whatever its status. `unavailable` when none came in time. */
  send(call: SidecarRequest): Promise<SidecarAnswer>;
  /** Lets go of its connections. */
  close(): void;
}

// A burst beyond this waits in line, inside its own timeout, and does not open a thousand sockets.
const MAX_CONNECTIONS = 128;

/** Speaks to the sidecar over HTTP; nothing is sent before the first call. */
export function createSidecar(given: SidecarOptions): Sidecar {
  const options = { ...given, host: given.host ?? "127.0.0.1" };
  const agent = new Agent({ keepAlive: true, maxSockets: MAX_CONNECTIONS });
  return {
    options,
    send: (call) =>
      exchange(options, agent, call).catch((cause: unknown) => {
        throw new AppError("unavailable", "The Dapr sidecar did not answer", { cause });
      }),
    close: () => agent.destroy(),
  };
}

// node:http and not fetch: half the time per call and half the memory under load.
// Not the SDK's HTTP client either: it can be given neither a timeout nor a traceparent, first waits
// up to 60 s for the sidecar, and loading it costs 32 MB of the 110 a service may use.
function exchange(
  options: Sidecar["options"],
  agent: Agent,
  call: SidecarRequest,
): Promise<SidecarAnswer> {
  const { method, path, body, timeoutMs = options.timeoutMs } = call;
  return new Promise((resolve, reject) => {
    const outgoing = request({
      agent,
      host: options.host,
      port: options.httpPort,
      method,
      path,
      headers: headersOf(options.apiToken, call),
    });
    const timer = setTimeout(
      () => outgoing.destroy(new Error(`No answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      done();
    };
    outgoing.on("error", (error) => settle(() => reject(error)));
    outgoing.on("response", (response: IncomingMessage) => {
      text(response).then(
        (read) => settle(() => resolve(answerOf(response, read))),
        (error: unknown) => settle(() => reject(error)),
      );
    });
    outgoing.end(body);
  });
}

const answerOf = (response: IncomingMessage, read: string): SidecarAnswer => ({
  status: response.statusCode ?? 0,
  text: read,
  etag: response.headers.etag,
});

function headersOf(apiToken: string | undefined, call: SidecarRequest) {
  const { body, contentType = "application/json", idempotencyKey } = call;
  const traceparent = currentTraceparent();
  return {
    ...(body !== undefined && {
      "content-type": contentType,
      "content-length": Buffer.byteLength(body),
    }),
    ...(apiToken !== undefined && { "dapr-api-token": apiToken }),
    ...(traceparent !== undefined && { traceparent }),
    ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  };
}
