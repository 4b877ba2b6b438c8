import { eventSchemas } from "@todo-mesh/contracts";
import { otherMethods } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";
import { Router } from "express";

/** `/schemas`: what the events of the mesh look like, for whoever listens to them. Open to everyone. */
export function schemaRoutes(): Router {
  const router = Router();
  let schemas: ReturnType<typeof eventSchemas> | undefined;
  const all = () => (schemas ??= eventSchemas());
  router
    .route("/schemas")
    .get((_req, res) => {
      const items = [...all().keys()].map((type) => ({ type, href: `/schemas/${type}.json` }));
      res.json({ items });
    })
    .all(otherMethods());
  router
    .route("/schemas/:type.json")
    .get((req, res) => {
      const schema = all().get(req.params.type);
      if (!schema) throw new AppError("not-found", "There is no event of this type");
      res.json(schema);
    })
    .all(otherMethods());
  return router;
}
