import { otherMethods } from "@todo-mesh/kit";
import { zoneData } from "@todo-mesh/when";
import { Router } from "express";

/** `/healthz` and `/readyz`, for anyone: whether it is alive and by which edition of the time zone data it goes, and whether it has what it needs. */
export function healthRoutes({ ready }: { readonly ready: () => Promise<boolean> }): Router {
  const router = Router();
  router
    .route("/healthz")
    .get((_req, res) => void res.json({ alive: true, zone_data: zoneData().version }))
    .all(otherMethods());
  router
    .route("/readyz")
    .get(async (_req, res) => {
      const isReady = await ready();
      res.status(isReady ? 200 : 503).json({ ready: isReady });
    })
    .all(otherMethods());
  return router;
}
