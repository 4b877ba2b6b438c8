import { eventSchemas } from "@todo-mesh/contracts";
import { otherMethods } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { Router } from "express";
import { fixedJson, sendFixed } from "./fixed-json.ts";

/** `/schemas`: what the events of the mesh look like, for whoever listens to them. Open to everyone. */
export function schemaRoutes(): Router {
  const router = Router();
  let made: ReturnType<typeof makeAll> | undefined;
  const all = () => (made ??= makeAll());
  router
    .route("/schemas")
    .get((_req, res) => sendFixed(res, all().list))
    .all(otherMethods());
  router
    .route("/schemas/:type.json")
    .get((req, res) => {
      const schema = all().byType.get(req.params.type);
      if (!schema) throw new AppError("not-found", "There is no event of this type");
      sendFixed(res, schema);
    })
    .all(otherMethods());
  return router;
}

function makeAll() {
  const schemas = [...eventSchemas()];
  const items = schemas.map(([type]) => ({ type, href: `/schemas/${type}.json` }));
  const byType = new Map(schemas.map(([type, schema]) => [type, fixedJson(schema)]));
  return { list: fixedJson({ items }), byType };
}
