import { pipeline } from "node:stream/promises";
import { type Budget, otherMethods, userOf } from "@todo-mesh/kit";
import { type RequestHandler, Router } from "express";
import type { EraseAll } from "../use-cases/erase-all.ts";
import type { ExportAll } from "../use-cases/export-all.ts";
import { answered } from "./answer-json.ts";
import { askedBy, waitingFor } from "./asked-by.ts";
import { PIECE_COST } from "./costs.ts";
import { noBody } from "./no-body.ts";

// Whoever reads a few bytes now and then would hold an export for ever.
const LONGEST_MS = 15 * 60_000;

export interface OwnDataDeps {
  readonly exportAll: ExportAll;
  readonly eraseAll: EraseAll;
  readonly budget: Pick<Budget, "spend">;
}

/** `GET /export` and `DELETE /`: all that is kept of a person, to take along or to be rid of. */
export function ownDataRoutes({ exportAll, eraseAll, budget }: OwnDataDeps): Router {
  const router = Router();
  const forget = answered((req, res) => {
    noBody(req);
    return eraseAll(askedBy(req, res));
  });
  router.route("/export").get(download(exportAll, budget)).all(otherMethods());
  router.route("/").delete(forget).all(otherMethods());
  return router;
}

// Should it fail half-way, the connection is broken off: half an export must not look like a whole one.
function download(exportAll: ExportAll, budget: OwnDataDeps["budget"]): RequestHandler {
  return async (req, res) => {
    const left = waitingFor(req, res);
    const signal = AbortSignal.any([left, AbortSignal.timeout(LONGEST_MS)]);
    const pieces = exportAll({ userId: userOf(res), signal });
    try {
      // Until there is a first piece, what goes wrong is an ordinary problem with its status.
      const first = await pieces.next();
      res.type("json").attachment("todo-mesh.json");
      const all = async function* (): AsyncGenerator<string> {
        if (first.done !== true) yield first.value;
        for await (const piece of pieces) {
          budget.spend(userOf(res), PIECE_COST);
          yield piece;
        }
      };
      await pipeline(all, res, { signal }).catch((error: unknown) => {
        if (!left.aborted) throw error;
      });
    } finally {
      // A reader who left before the first piece was out leaves the rest unasked for.
      await pieces.return(undefined);
    }
  };
}
