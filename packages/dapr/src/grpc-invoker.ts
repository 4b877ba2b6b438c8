import { currentTraceparent } from "@todo-mesh/kit";
import { AppError, type Invocation, type Invoker } from "@todo-mesh/ports";
import { z } from "zod";
import { calleeAnswer, calleeError } from "./callee.ts";
import type { Sidecar } from "./sidecar.ts";

/** What the SDK's client throws (a ConnectError), as far as it is read here. */
const RpcError = z.object({ metadata: z.instanceof(Headers) });

// HTTPExtension.Verb of the Dapr API
const VERB = { GET: 1, POST: 3, PUT: 4, DELETE: 5, PATCH: 9 } as const;

/** Calls other services by the SDK's gRPC client. */
export function grpcInvoker(sidecar: Sidecar): Invoker {
  let client: ReturnType<typeof connect> | undefined;
  return {
    invoke: async (call) => {
      client ??= connect(sidecar);
      const answer = await (
        await client
      )
        .invokeService(
          { id: call.app, message: messageOf(call) },
          {
            timeoutMs: call.timeoutMs ?? sidecar.options.timeoutMs,
            headers: headersOf(call),
          },
        )
        .catch((error: unknown) => {
          throw errorOf(call.app, error);
        });
      return calleeAnswer(call.app, Buffer.from(answer.data?.value ?? []).toString());
    },
  };
}

// Loaded on the first call, for the SDK takes 32 MB. Its generated client is used and not its `invoker`,
// which takes neither a timeout nor a traceparent, and throws on an empty answer.
async function connect({ options }: Sidecar) {
  const { CommunicationProtocolEnum, GRPCClient, LogLevel } = await import("@dapr/dapr");
  const client = new GRPCClient({
    daprHost: options.host,
    daprPort: String(options.grpcPort),
    communicationProtocol: CommunicationProtocolEnum.GRPC,
    logger: { level: LogLevel.Error },
    ...(options.apiToken !== undefined && { daprApiToken: options.apiToken }),
  });
  return client.getClient(false);
}

function headersOf({ idempotencyKey }: Invocation) {
  const traceparent = currentTraceparent();
  return {
    ...(traceparent !== undefined && { traceparent, "grpc-trace-bin": asBinary(traceparent) }),
    ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
  };
}

// A sidecar that makes no spans of its own passes a trace on from this form alone, which gRPC had before W3C's:
// https://github.com/census-instrumentation/opencensus-specs/blob/master/encodings/BinaryEncoding.md
function asBinary(traceparent: string): string {
  const [, traceId, spanId, flags] = traceparent.split("-");
  return Buffer.from(`0000${traceId}01${spanId}02${flags}`, "hex").toString("base64");
}

function messageOf({ method, path, body }: Invocation) {
  const [route = "", querystring = ""] = path.split("?", 2);
  return {
    method: route,
    contentType: "application/json",
    httpExtension: { verb: VERB[method], querystring },
    ...(body !== undefined && { data: { value: Buffer.from(JSON.stringify(body)) } }),
  };
}

function errorOf(app: string, error: unknown): AppError {
  const status = RpcError.safeParse(error).data?.metadata.get("dapr-http-status");
  if (status == null)
    return new AppError("unavailable", `${app} could not be reached`, { cause: error });
  // Of the callee's words the sidecar passes on 63 bytes, not enough to be of use.
  return calleeError(app, Number(status), "");
}
