import { ChatRequest, type TurnEvent, TurnRef } from "@todo-mesh/contracts";
import { type Budget, busyWith, idempotencyOf, otherMethods, parse, userOf } from "@todo-mesh/kit";
import { AppError, kindOf } from "@todo-mesh/ports";
import { type RequestHandler, type Response, Router } from "express";
import type { AskedOfChat } from "../use-cases/assistant/turn.ts";
import type { Turns } from "../use-cases/assistant/turns.ts";
import { answerJson } from "./answer-json.ts";
import { costOfLooking } from "./costs.ts";
import { noBody } from "./no-body.ts";
import { beating, frameOf, startStream } from "./sse.ts";

interface ChatRouteDeps {
  readonly turns: Turns;
  readonly budget: Pick<Budget, "spend">;
}

/** `POST /chat`, answered as JSON, or event by event to whoever accepts `text/event-stream`; and an end of it. */
export function chatRoutes(deps: ChatRouteDeps): Router {
  const router = Router();
  router.route("/chat").post(chat(deps)).all(otherMethods());
  router.route("/turns/:id/stop").post(stop(deps)).all(otherMethods());
  return router;
}

function chat({ turns, budget }: ChatRouteDeps): RequestHandler {
  return async (req, res) => {
    const request = parse(ChatRequest, req.body);
    const userId = userOf(res);
    const lookedThrough = (characters: number): void =>
      budget.spend(userId, costOfLooking(characters));
    const asked = { userId, request, idempotency: idempotencyOf(req), lookedThrough };
    const wanted = req.accepts(["application/json", "text/event-stream"]);
    if (wanted === "text/event-stream") await stream(turns, asked, res);
    else
      res.json(
        await busyWith(
          res,
          turns.take(asked, () => undefined),
        ),
      );
  };
}

const stop = ({ turns }: ChatRouteDeps) =>
  answerJson<{ id: string }>(async (req, res): Promise<TurnRef> => {
    noBody(req);
    const turn = TurnRef.safeParse({ turn_id: req.params.id });
    if (!turn.success) throw new AppError("not-found", "There is no such turn");
    await turns.stop(userOf(res), turn.data.turn_id);
    return turn.data;
  });

// The stream begins with the first event: what is refused before it is an ordinary problem with its status.
async function stream(turns: Turns, asked: AskedOfChat, res: Response): Promise<void> {
  let turnId = "";
  let count = 0;
  const tell = (event: TurnEvent): void => {
    if (event.event === "turn.started") {
      turnId = event.data.turn_id;
      startStream(res);
    }
    count += 1;
    const data = JSON.stringify(event.data);
    if (!res.destroyed) res.write(frameOf({ id: `${turnId}.${count}`, event: event.event, data }));
  };
  const rest = beating(res);
  try {
    await busyWith(res, turns.take(asked, tell));
  } catch (error) {
    if (count === 0) throw error;
    tell({ event: "turn.failed", data: { detail: safeWords(error) } });
  }
  rest();
  res.end();
}

const safeWords = (error: unknown): string =>
  error instanceof AppError && kindOf(error) !== "bug"
    ? error.message
    : "Something went wrong on our side. Please try again.";
