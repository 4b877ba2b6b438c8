import { once } from "node:events";
import { otherMethods, userOf } from "@todo-mesh/kit";
import { type RequestHandler, Router } from "express";
import type { EraseAll } from "../use-cases/erase-all.ts";
import type { ExportAll } from "../use-cases/export-all.ts";
import { answered } from "./answer-json.ts";
import { askedBy } from "./asked-by.ts";
import { noBody } from "./no-body.ts";

export interface OwnDataDeps {
  readonly exportAll: ExportAll;
  readonly eraseAll: EraseAll;
}

/** `GET /export` and `DELETE /`: all that is kept of a person, to take along or to be rid of. */
export function ownDataRoutes({ exportAll, eraseAll }: OwnDataDeps): Router {
  const router = Router();
  const forget = answered((req, res) => {
    noBody(req);
    return eraseAll(askedBy(req, res));
  });
  router.route("/export").get(download(exportAll)).all(otherMethods());
  router.route("/").delete(forget).all(otherMethods());
  return router;
}

// Should it fail half-way, the connection is broken off: half an export must not look like a whole one.
function download(exportAll: ExportAll): RequestHandler {
  return async (_req, res) => {
    const pieces = exportAll(userOf(res));
    for await (const piece of pieces) {
      if (!res.headersSent) res.type("json").attachment("todo-mesh.json");
      if (res.destroyed) return;
      if (!res.write(piece)) await Promise.race([once(res, "drain"), once(res, "close")]);
    }
    res.end();
  };
}
