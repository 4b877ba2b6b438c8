import { type Dependency, otherMethods, remembered } from "@todo-mesh/kit";
import { zoneData } from "@todo-mesh/recurrence";
import { Router } from "express";

/** `/healthz` and `/readyz`, for anyone: whether it is alive and by which edition of the time zone data it goes, and whether it has what it needs, as of the last second. No probe is ever refused. */
export function healthRoutes({
  ready,
}: {
  readonly ready: () => Promise<readonly Dependency[]>;
}): Router {
  const router = Router();
  // Whoever needs no token must not be able to make us ask the sidecar at will.
  const isReadyNow = remembered(async () => (await ready()).every(({ ok }) => ok));
  router
    .route("/healthz")
    .get((_req, res) => void res.json({ alive: true, zone_data: zoneData().version }))
    .all(otherMethods());
  router
    .route("/readyz")
    .get(async (_req, res) => {
      const isReady = await isReadyNow();
      res.status(isReady ? 200 : 503).json({ ready: isReady });
    })
    .all(otherMethods());
  return router;
}
