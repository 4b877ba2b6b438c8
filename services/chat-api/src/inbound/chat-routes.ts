import {
  type ChatAnswer,
  ChatRequest,
  conversationNamed,
  RegenerateRequest,
  type TurnEvent,
  TurnRef,
} from "@todo-mesh/contracts";
import {
  type Budget,
  busyWith,
  closingOf,
  idempotencyOf,
  otherMethods,
  parse,
  userOf,
} from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { type Request, type RequestHandler, type Response, Router } from "express";
import type { Regenerate } from "../use-cases/assistant/regenerate.ts";
import type { Tell } from "../use-cases/assistant/turn-log.ts";
import type { AskedOfChat } from "../use-cases/assistant/turn.ts";
import type { Turns } from "../use-cases/assistant/turns.ts";
import { answerJson } from "./answer-json.ts";
import { costOfLooking } from "./costs.ts";
import { noBody } from "./no-body.ts";
import { beating, frameOf, startStream } from "./sse.ts";
import { waitOf } from "./wait-of.ts";

export interface ChatRouteDeps {
  readonly turns: Turns;
  readonly regenerate: Regenerate;
  readonly budget: Pick<Budget, "spend">;
}

/** `POST /chat`, and its last message anew; answered as JSON, or event by event to whoever accepts `text/event-stream`; and the rest of it. */
export function chatRoutes(deps: ChatRouteDeps): Router {
  const router = Router();
  router.route("/chat").post(chat(deps)).all(otherMethods());
  router.route("/conversations/:id/regenerate").post(again(deps)).all(otherMethods());
  router.route("/turns/:id/events").get(resume(deps)).all(otherMethods());
  return router;
}

/** `POST /turns/{id}/stop`, with what stands before it: it is in no line with what it is to stop. */
export function stopRoutes(
  deps: Pick<ChatRouteDeps, "turns">,
  ...before: readonly RequestHandler[]
): Router {
  const router = Router();
  router
    .route("/turns/:id/stop")
    .all(...before)
    .post(stop(deps))
    .all(otherMethods());
  return router;
}

const chat = ({ turns, ...deps }: ChatRouteDeps): RequestHandler =>
  answered(deps, (req, common) => {
    const asked = { ...common, request: parse(ChatRequest, req.body) };
    return (tell) => turns.take(asked, tell);
  });

const again = ({ regenerate, ...deps }: ChatRouteDeps): RequestHandler<{ id: string }> =>
  answered(deps, (req, common) => {
    const conversationId = conversationNamed(req.params.id);
    const asked = { ...common, conversationId, request: parse(RegenerateRequest, req.body) };
    return (tell) => regenerate(asked, tell);
  });

type Take = (tell: Tell) => Promise<ChatAnswer>;

/** Answers with a turn, whole or event by event, as whoever asks accepts it. */
function answered<Params>(
  { budget }: Pick<ChatRouteDeps, "budget">,
  takeOf: (req: Request<Params>, common: Omit<AskedOfChat, "request">) => Take,
): RequestHandler<Params> {
  return async (req, res) => {
    const userId = userOf(res);
    const lookedThrough = (characters: number): void =>
      budget.spend(userId, costOfLooking(characters));
    const common = { userId, idempotency: idempotencyOf(req), lookedThrough, waitMs: waitOf(req) };
    const take = takeOf(req, common);
    const wanted = req.accepts(["application/json", "text/event-stream"]);
    if (wanted === "text/event-stream") {
      await stream(res, take);
      res.end();
    } else
      res.json(
        await busyWith(
          res,
          take(() => undefined),
        ),
      );
  };
}

function resume({ turns }: ChatRouteDeps): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const turnId = turnOf(req);
    const after = heardOf(turnId, req.get("last-event-id"));
    const [signal, onFound] = [leftBy(req, res), () => begin(res)];
    const which = { userId: userOf(res), turnId, after, signal, onFound };
    const end = await stream(res, (tell) => turns.resume(which, tell), turnId);
    // Whoever heard all of it is told by this not to ask again (WHATWG HTML §9.2).
    if (!res.headersSent && end === "ended") res.status(204);
    res.end();
  };
}

const stop = ({ turns }: Pick<ChatRouteDeps, "turns">) =>
  answerJson<{ id: string }>(async (req, res): Promise<TurnRef> => {
    noBody(req);
    const turn_id = turnOf(req);
    await turns.stop(userOf(res), turn_id);
    return { turn_id };
  });

function turnOf({ params }: Request<{ id: string }>): string {
  const turn = TurnRef.safeParse({ turn_id: params.id });
  if (!turn.success) throw new AppError("not-found", "There is no such turn");
  return turn.data.turn_id;
}

/** The number of the event of this turn that was heard last; 0 before the first, and for the id of something else. */
function heardOf(turnId: string, lastEventId = ""): number {
  const [turn, n = ""] = lastEventId.split(".");
  return turn === turnId && /^\d{1,9}$/.test(n) ? Number(n) : 0;
}

/** Aborted when whoever asked is gone, or everybody is to go. */
function leftBy(req: Request<{ id: string }>, res: Response): AbortSignal {
  const left = new AbortController();
  res.once("close", () => left.abort());
  return AbortSignal.any([left.signal, closingOf(req)]);
}

// The stream begins with the first event: what is refused before it is an ordinary problem with its status.
async function stream<Result>(
  res: Response,
  work: (tell: Tell) => Promise<Result>,
  turnId = "",
): Promise<Result | undefined> {
  let id = turnId;
  const tell = (event: TurnEvent, n: number): void => {
    if (event.event === "turn.started") id = event.data.turn_id;
    begin(res);
    const data = JSON.stringify(event.data);
    if (!res.destroyed) res.write(frameOf({ id: `${id}.${n}`, event: event.event, data }));
  };
  const rest = beating(res);
  try {
    return await busyWith(res, work(tell));
  } catch (error) {
    if (!res.headersSent) throw error;
    return undefined;
  } finally {
    rest();
  }
}

const begin = (res: Response): void => {
  if (!res.headersSent) startStream(res);
};
