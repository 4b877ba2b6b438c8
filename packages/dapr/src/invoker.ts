import { checkPath, type Invoker } from "@todo-mesh/ports";
import { errorCodeOf, refusal, succeeded } from "./answer.ts";
import { calleeAnswer, calleeError } from "./callee.ts";
import { grpcInvoker } from "./grpc-invoker.ts";
import type { Sidecar } from "./sidecar.ts";

/** Calls other services by way of the sidecar; both protocols keep the same promise. */
export function daprInvoker(
  sidecar: Sidecar,
  { protocol }: { protocol: "http" | "grpc" },
): Invoker {
  const invoker = protocol === "grpc" ? grpcInvoker(sidecar) : httpInvoker(sidecar);
  return {
    invoke: async (call) => {
      checkPath(call.path);
      return invoker.invoke(call);
    },
  };
}

function httpInvoker(sidecar: Sidecar): Invoker {
  return {
    invoke: async ({ app, path, body, ...call }) => {
      const answer = await sidecar.send({
        ...call,
        path: `/v1.0/invoke/${encodeURIComponent(app)}/method/${onceMoreEncoded(path)}`,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (succeeded(answer)) return calleeAnswer(app, answer.text);
      if (errorCodeOf(answer) !== undefined) throw refusal(answer, `${app} could not be reached`);
      throw calleeError(app, answer.status, answer.text);
    },
  };
}

// The sidecar decodes the path once on its way through: without this `%2F` arrives as a slash.
function onceMoreEncoded(path: string): string {
  const [segments = "", query] = path.split("?", 2);
  const encoded = segments.replaceAll("%", "%25");
  return query === undefined ? encoded : `${encoded}?${query}`;
}
