import { type CallContract, hasBody, pathFieldsOf } from "@todo-mesh/contracts/calls";
import { callOf, requestOf, verbOf } from "@todo-mesh/dapr";
import { otherMethods, userOf } from "@todo-mesh/kit";
import type { Invoker } from "@todo-mesh/ports";
import { type RequestHandler, Router } from "express";
import { z } from "zod";
import { answerJson } from "./answer-json.ts";
import type { Operation, Operations } from "./openapi/operation.ts";

/** What the document says of a route beside what its call does. */
interface Words extends Pick<Operation, "id" | "summary" | "about" | "headers" | "problems"> {
  /** What the answer is. */
  readonly answer: string;
}

/** A public route that is a method of another service, asked on behalf of the person who asks. */
export interface Proxy {
  readonly call: CallContract;
  /** As the document has it: `/inbox/{id}/read`. */
  readonly path: `/${string}`;
  readonly operation: Operation;
  readonly handler: (invoker: Invoker) => RequestHandler;
}

/** Makes a call a public route: `user_id` is who asks, `{field}` in the path another field of the request. */
export function proxy<Request extends z.ZodObject, Answer extends z.ZodType<object>>(
  path: Proxy["path"],
  call: CallContract<Request, Answer>,
  { answer: about, ...words }: Words,
): Proxy {
  return {
    call,
    path,
    operation: { ...words, ...asked(call), answers: { 200: { about, json: call.answer } } },
    handler: (invoker) => {
      const send = callOf(invoker, call);
      return answerJson(async (req, res) => {
        const inPath = { ...req.params, user_id: userOf(res) };
        const request = requestOf(call, {
          path: inPath,
          rest: hasBody(call) ? req.body : req.query,
        });
        return send(request, { idempotencyKey: req.get("idempotency-key") });
      });
    },
  };
}

function asked(call: CallContract): Pick<Operation, "query" | "body"> {
  const inPath = new Set(pathFieldsOf(call));
  const rest = Object.entries(call.request.shape).filter(([field]) => !inPath.has(field));
  if (rest.length === 0) return {};
  const schema = z.strictObject(Object.fromEntries(rest));
  return hasBody(call) ? { body: { schema } } : { query: schema };
}

/** The routes of proxies. */
export function proxyRoutes(proxies: readonly Proxy[], invoker: Invoker): Router {
  const router = Router();
  for (const [path, ofPath] of Map.groupBy(proxies, (one) => one.path)) {
    const route = router.route(path.replaceAll(/\{(\w+)\}/g, ":$1"));
    for (const { call, handler } of ofPath) route[verbOf(call)](handler(invoker));
    route.all(otherMethods());
  }
  return router;
}

/** What the document says of proxies. */
export const operationsOf = (proxies: readonly Proxy[]): Operations =>
  Object.fromEntries(
    proxies.map(({ call, path, operation }) => [`${call.method} ${path}`, operation]),
  );
