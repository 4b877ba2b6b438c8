import { parse, remembered } from "@todo-mesh/kit";
import type { Timers } from "@todo-mesh/timers";
import { Router } from "express";
import { z } from "zod";
import type { TimerData } from "../domain/planning/timers-between.ts";
import type { Announcements } from "../use-cases/announcements.ts";

const SurveyQuery = z.strictObject({
  from: z.iso.datetime().optional(),
  minutes: z.coerce.number().int().min(1).max(60).default(60),
});

export interface OperatorDeps {
  readonly timers: Pick<Timers<TimerData>, "survey" | "rearm" | "sweep">;
  readonly announcements: Pick<Announcements, "read" | "pause" | "resume">;
}

/**
 * What the operator sees and does: timers by the minutes that they are due in, their jobs scheduled again, a sweep at
 * once, and announcements paused and resumed. All of it is safe to repeat; who asks twice at once has it done once.
 */
export function operatorRouter({ timers, announcements }: OperatorDeps): Router {
  const rearm = remembered(() => timers.rearm());
  const sweep = remembered(() => timers.sweep());
  return Router()
    .get("/timers", async (req, res) => {
      const { from, minutes } = parse(SurveyQuery, req.query, "query");
      res.json(await timers.survey({ minutes, ...(from && { from: new Date(from) }) }));
    })
    .post("/timers/rearm", async (_req, res) => {
      await rearm();
      res.json({ rearmed: true });
    })
    .post("/timers/sweep", async (_req, res) => {
      await sweep();
      const { swept_until } = await timers.survey({ minutes: 1 });
      res.json({ swept_until });
    })
    .get("/announcements", async (_req, res) => void res.json(await announcements.read()))
    .post("/announcements/pause", async (_req, res) => void res.json(await announcements.pause()))
    .post(
      "/announcements/resume",
      async (_req, res) => void res.json(await announcements.resume()),
    );
}
