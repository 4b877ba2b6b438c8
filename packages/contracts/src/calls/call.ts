import type { z } from "zod";
import type { ServiceName } from "../services.ts";

export type CallMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One method of a service that others may call: where it is, what is said, and who may say it. */
export interface CallContract<
  Request extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
> {
  /** Who answers it. */
  readonly app: ServiceName;
  readonly name: string;
  readonly method: CallMethod;
  /** `:field` stands for that field of the request. */
  readonly path: `/${string}`;
  /** Strict: a field that its callee does not know yet is refused. It parses again to what it is. */
  readonly request: Request;
  /** Tolerant: what its caller does not know yet passes. */
  readonly answer: Answer;
  readonly callers: readonly ServiceName[];
  readonly timeoutMs: number;
}

/** Declares one call. What of its request is not in the path is the query of a GET or DELETE, else the JSON body. */
export function defineCall<Request extends z.ZodObject, Answer extends z.ZodType>(
  call: CallContract<Request, Answer>,
): CallContract<Request, Answer> {
  return call;
}

/** The fields of a request that stand in the path. */
export const pathFieldsOf = ({ path }: Pick<CallContract, "path">): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, field = ""]) => field);

/** Whether the fields that do not stand in the path are a body, and not the query. */
export const hasBody = ({ method }: Pick<CallContract, "method">): boolean =>
  method !== "GET" && method !== "DELETE";

/** Whether a request has anything to say in a body. */
export const hasBodyFields = (call: CallContract): boolean =>
  hasBody(call) && Object.keys(call.request.shape).length > pathFieldsOf(call).length;

export interface CallOptions {
  /** The same request with the same key is done once, where the callee keeps keys. */
  readonly idempotencyKey?: string | undefined;
}

/** A call, ready to be made. `unavailable` also for an answer that makes no sense. */
export type Caller<Call extends CallContract> = (
  request: z.output<Call["request"]>,
  options?: CallOptions,
) => Promise<z.output<Call["answer"]>>;
