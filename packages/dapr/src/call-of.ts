import type { CallContract, Caller } from "@todo-mesh/contracts/calls";
import { AppError, type Invoker } from "@todo-mesh/ports";
import type { z } from "zod";
import { sentAs } from "./call-request.ts";

/** A call, by way of an invoker. An answer that is not what its contract says is not the asker's fault: `unavailable`. */
export function callOf<Request extends z.ZodObject, Answer extends z.ZodType>(
  invoker: Invoker,
  call: CallContract<Request, Answer>,
): Caller<CallContract<Request, Answer>> {
  const { app, name, method, timeoutMs } = call;
  return async (request, { idempotencyKey } = {}) => {
    const sent = sentAs(call, request);
    const answer = await invoker.invoke({ app, method, ...sent, idempotencyKey, timeoutMs });
    const result = call.answer.safeParse(answer);
    if (result.success) return result.data;
    throw new AppError("unavailable", `${app} gave an answer to ${name} that makes no sense`, {
      cause: result.error,
    });
  };
}
