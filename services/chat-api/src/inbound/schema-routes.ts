import { otherMethods } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { Router } from "express";
import { fixedJson, sendFixed } from "./fixed-json.ts";

/** `/schemas`: what the events of the mesh look like, for whoever listens to them. Open to everyone. */
export function schemaRoutes(): Router {
  const router = Router();
  // Loaded and made when they are first asked for, as the document of the API is.
  let made: ReturnType<typeof makeAll> | undefined;
  const all = () => (made ??= makeAll());
  router
    .route("/schemas")
    .get(async (_req, res) => sendFixed(res, (await all()).list))
    .all(otherMethods());
  router
    .route("/schemas/:type.json")
    .get(async (req, res) => {
      const schema = (await all()).byType.get(req.params.type);
      if (!schema) throw new AppError("not-found", "There is no event of this type");
      sendFixed(res, schema);
    })
    .all(otherMethods());
  return router;
}

async function makeAll() {
  const { eventSchemas } = await import("@todo-mesh/contracts/documents");
  const schemas = [...eventSchemas()];
  const items = schemas.map(([type]) => ({ type, href: `/schemas/${type}.json` }));
  const byType = new Map(schemas.map(([type, schema]) => [type, fixedJson(schema)]));
  return { list: fixedJson({ items }), byType };
}
