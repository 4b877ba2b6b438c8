import type { Timers } from "@todo-mesh/timers";
import { Router } from "express";
import type { TimerData } from "../domain/planning/timers-between.ts";

/** `POST /rearm`: whoever repaired the scheduler has the jobs of the next 24 hours scheduled again. Safe to repeat. */
export function rearmRouter({ timers }: { timers: Pick<Timers<TimerData>, "rearm"> }): Router {
  return Router().post("/rearm", async (_req, res) => {
    await timers.rearm();
    res.json({ rearmed: true });
  });
}
