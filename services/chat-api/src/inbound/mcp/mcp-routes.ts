import { TimeZone } from "@todo-mesh/contracts";
import {
  type Budget,
  busyWith,
  charge,
  type Logger,
  otherMethods,
  parse,
  userOf,
} from "@todo-mesh/kit";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { Catalogue } from "../../domain/actions/catalogue.ts";
import type { AuthMode } from "../../outbound/sign-in.ts";
import type { CallTools } from "../../use-cases/assistant/call-tools.ts";
import { waitingFor } from "../asked-by.ts";
import { costOfAnswer, costOfLooking, costOfTools } from "../costs.ts";
import { ownOriginAlone } from "../own-origin.ts";
import { mcpTools } from "./tools.ts";

export interface McpRouteDeps {
  readonly actions: Catalogue;
  readonly callTools: CallTools;
  readonly auth: AuthMode;
  readonly log: Logger;
  readonly budget: Budget;
  /** Lets people in, as every door of theirs does, and reads what they send. */
  readonly letIn: readonly RequestHandler[];
}

/** Where a client speaks from is told in its address, for most of them can be told no more than that. */
const Query = z.strictObject({ timezone: TimeZone.optional() });

/** `/mcp`: what can be done as tools, for whoever speaks the Model Context Protocol over HTTP. */
export function mcpRoutes({ actions, callTools, auth, log, budget, letIn }: McpRouteDeps): Router {
  const tools = mcpTools(actions);
  // The protocol is loaded when it is first spoken: a service that nobody speaks it with starts sooner, and smaller.
  const answer: RequestHandler = async (req, res) => {
    const { mcpAnswer } = await import("./mcp-server.ts");
    const { timezone } = parse(Query, req.query, "query");
    const userId = userOf(res);
    const lookedThrough = (characters: number): void =>
      budget.spend(userId, costOfLooking(characters));
    const answerOf = mcpAnswer({
      tools,
      log,
      doCalls: (calls, key) =>
        busyWith(res, callTools({ userId, calls, key, timezone, lookedThrough })),
    });
    await send(res, await busyWith(res, answerOf(requestOf(req, res), { parsedBody: req.body })));
  };
  const router = Router();
  router
    .route("/mcp")
    .post(
      ownOriginAlone("No page of another address speaks here", () => auth.mode === "dev"),
      ...letIn,
      charge(budget, costOfTools, costOfAnswer),
      answer,
    )
    .all(otherMethods());
  return router;
}

/** The request as the protocol wants it; its body is read already. */
function requestOf(req: Request, res: Response): globalThis.Request {
  const headers = Object.entries(req.headers).filter(
    (header): header is [string, string] => typeof header[1] === "string",
  );
  const signal = waitingFor(req, res);
  return new Request("http://localhost/mcp", { method: "POST", headers, signal });
}

async function send(res: Response, answer: globalThis.Response): Promise<void> {
  res.status(answer.status);
  answer.headers.forEach((value, name) => res.setHeader(name, value));
  res.end(Buffer.from(await answer.arrayBuffer()));
}
