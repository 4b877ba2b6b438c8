import {
  type CallContract,
  hasBody,
  hasBodyFields,
  pathFieldsOf,
} from "@todo-mesh/contracts/calls";
import { parse } from "@todo-mesh/kit";
import { AppError, type Json } from "@todo-mesh/ports";
import type { z } from "zod";

/** A request as it arrives: what stands in the path, and the query or body beside it. */
interface Parts {
  readonly path: Readonly<Record<string, unknown>>;
  readonly rest: object | undefined;
}

/**
 * The request of a call, put together of its parts. What does not fit its place in the path names nothing:
 * `not-found`; what else is not right is `invalid`, by field.
 */
export function requestOf<Request extends z.ZodObject>(
  call: Pick<CallContract<Request>, "method" | "path" | "request">,
  { path, rest = {} }: Parts,
): z.output<Request> {
  const fields = pathFieldsOf(call);
  for (const field of fields) {
    if (!call.request.shape[field]?.safeParse(path[field]).success)
      throw new AppError("not-found", `${field}: there is no such thing`);
    if (field in rest) throw twice(field);
  }
  const inPath = Object.fromEntries(fields.map((field) => [field, path[field]]));
  return parse(call.request, { ...rest, ...inPath }, hasBody(call) ? "body" : "query");
}

const twice = (field: string): AppError => {
  const message = "stands in the path";
  return new AppError("invalid", `${field}: ${message}`, { fields: [{ field, message }] });
};

/** Where a request goes, and what goes with it: as an `Invocation` has it. */
export function sentAs(
  call: CallContract,
  request: Readonly<Record<string, unknown>>,
): { readonly path: string; readonly body?: Json } {
  const fields = pathFieldsOf(call);
  const path = call.path
    .slice(1)
    .replaceAll(/:(\w+)/g, (_, field: string) => encodeURIComponent(String(request[field])));
  const rest = Object.entries(request).filter(
    ([field, value]) => !fields.includes(field) && value !== undefined,
  );
  if (hasBodyFields(call)) {
    const body: Json = JSON.parse(JSON.stringify(Object.fromEntries(rest)));
    return { path, body };
  }
  if (rest.length === 0) return { path };
  const query = new URLSearchParams();
  for (const [field, value] of rest) query.set(field, String(value));
  return { path: `${path}?${query.toString()}` };
}
