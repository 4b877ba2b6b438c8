import { type ServiceName } from "@todo-mesh/contracts";
import { type CallContract, CALLS, hasBody, hasBodyFields } from "@todo-mesh/contracts/calls";
import { type Idempotency, idempotencyOf, jsonBody } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { type RequestHandler, Router } from "express";
import type { z } from "zod";
import { requestOf } from "./call-request.ts";

const CALLER = "dapr-caller-app-id";
const VERBS = { GET: "get", POST: "post", PUT: "put", PATCH: "patch", DELETE: "delete" } as const;

/** The method of a router that takes a call. */
export const verbOf = ({ method }: Pick<CallContract, "method">) => VERBS[method];

/** Who calls, and under which key. */
export interface Asked {
  readonly caller: string;
  readonly idempotency: Idempotency | undefined;
}

/** A call and the route that answers it. */
export interface Served {
  readonly call: CallContract;
  readonly route: Router;
}

/** Answers a call: for its callers alone, and only what its contract lets in. */
export function serve<Request extends z.ZodObject, Answer extends z.ZodType>(
  call: CallContract<Request, Answer>,
  handler: (request: z.output<Request>, asked: Asked) => Promise<z.output<Answer>>,
): Served {
  const answer: RequestHandler = async (req, res) => {
    const rest = hasBody(call) ? req.body : req.query;
    const request = requestOf(call, { path: req.params, rest });
    const asked = { caller: req.get(CALLER) ?? "", idempotency: idempotencyOf(req) };
    res.json(await handler(request, asked));
  };
  const route = Router();
  // Where nothing is asked in a body there is none to read: a sidecar brings on an empty one as if it were some.
  const body = hasBodyFields(call) ? [jsonBody()] : [];
  route[verbOf(call)](call.path, onlyFor(call), ...body, answer);
  return { call, route };
}

// That the caller's name is true, our sidecar vouches for by its certificate.
function onlyFor({ name, callers }: CallContract): RequestHandler {
  return (req, _res, next) => {
    const caller = req.get(CALLER) || "nobody by name";
    const isRight = callers.some((one) => one === caller);
    next(
      isRight ? undefined : forbidden(`${name} is for ${callers.join(", ")}, not for ${caller}`),
    );
  };
}

/**
 * All that others may call on this app: what the table of calls says, neither more nor less. Behind it comes what our
 * own sidecar brings (events, jobs), which names no caller: whoever names one is refused here.
 */
export function callRouter(app: ServiceName, served: readonly Served[]): Router {
  const agreed = namesOf(CALLS.filter((call) => call.app === app));
  const found = namesOf(served.map(({ call }) => call));
  if (found !== agreed)
    throw new Error(`${app} serves ${found}, and the table of calls says ${agreed}`);
  const others: RequestHandler = (req, _res, next) => {
    const caller = req.get(CALLER);
    next(caller && forbidden(`${app} has nothing here that ${caller} may call`));
  };
  return Router().use(...served.map(({ route }) => route), others);
}

const namesOf = (calls: readonly CallContract[]): string =>
  calls
    .map(({ name }) => name)
    .toSorted()
    .join(", ") || "nothing";

const forbidden = (message: string): AppError => new AppError("forbidden", message);
