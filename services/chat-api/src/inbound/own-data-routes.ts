import { pipeline } from "node:stream/promises";
import { ImportRequest } from "@todo-mesh/contracts";
import { type Budget, otherMethods, parse, userOf } from "@todo-mesh/kit";
import { type RequestHandler, Router } from "express";
import type { Wait } from "../use-cases/deps.ts";
import type { EraseAll } from "../use-cases/own-data/erase-all.ts";
import type { ExportAll } from "../use-cases/own-data/export-all.ts";
import type { ImportTasks } from "../use-cases/own-data/import-tasks.ts";
import { answerJson } from "./answer-json.ts";
import { askedBy, waitingFor } from "./asked-by.ts";
import { costOfAnswer, costOfImport, PIECE_COST } from "./costs.ts";
import { noBody } from "./no-body.ts";

// Whoever reads a few bytes now and then would hold an export for ever.
const LONGEST_MS = 15 * 60_000;
/** So many units an export leaves its person for whatever else they ask meanwhile and after it. */
const LEFT_OVER = 100;

export interface OwnDataDeps {
  readonly exportAll: ExportAll;
  readonly importTasks: ImportTasks;
  readonly eraseAll: EraseAll;
  readonly budget: Budget;
  readonly wait: Wait;
}

/** `GET /export`, `POST /import` and `DELETE /`: all that is kept of a person, to take along, to bring along or to be rid of. */
export function ownDataRoutes(deps: OwnDataDeps): Router {
  const router = Router();
  const forget = answerJson((req, res) => {
    noBody(req);
    return deps.eraseAll(askedBy(req, res));
  });
  const bring = answerJson((req, res) =>
    deps.importTasks(askedBy(req, res), parse(ImportRequest, req.body), (tasks) =>
      deps.budget.spend(userOf(res), costOfImport(tasks)),
    ),
  );
  router.route("/export").get(download(deps)).all(otherMethods());
  router.route("/import").post(bring).all(otherMethods());
  router.route("/").delete(forget).all(otherMethods());
  return router;
}

// Should it fail half-way, the connection is broken off: half an export must not look like a whole one.
function download({ exportAll, budget, wait }: OwnDataDeps): RequestHandler {
  return async (req, res) => {
    const userId = userOf(res);
    const left = waitingFor(req, res);
    const tooLong = new AbortController();
    const timer = setTimeout(() => tooLong.abort(), LONGEST_MS).unref();
    const signal = AbortSignal.any([left, tooLong.signal]);
    const pieces = exportAll({ userId, signal });
    // An export is slow rather than its person shut out; and who reads as fast as they may is not to blame for that.
    const pay = async ({ length }: string): Promise<void> => {
      const cost = PIECE_COST + costOfAnswer(length);
      const waitMs = () =>
        signal.aborted
          ? 0
          : Math.max(budget.aheadMs(userId), budget.waitMs(userId, LEFT_OVER + cost));
      for (let ms = waitMs(); ms > 0; ms = waitMs()) {
        await wait(ms, signal);
        if (!signal.aborted) timer.refresh();
      }
      budget.spend(userId, cost);
    };
    try {
      // Until there is a first piece, what goes wrong is an ordinary problem with its status.
      const first = await pieces.next();
      res.type("json").attachment("todo-mesh.json");
      const all = async function* (): AsyncGenerator<string> {
        if (first.done !== true) yield first.value;
        for await (const piece of pieces) {
          await pay(piece);
          yield piece;
        }
      };
      await pipeline(all, res, { signal }).catch((error: unknown) => {
        if (!left.aborted) throw error;
      });
    } finally {
      clearTimeout(timer);
      // A reader who left before the first piece was out leaves the rest unasked for.
      await pieces.return(undefined);
    }
  };
}
