import { idempotencyOf, userOf } from "@todo-mesh/kit";
import type { Response } from "express";
import type { Asked } from "../use-cases/change-tasks.ts";

/** Who asks for a write, and under which key. */
export const askedBy = (req: Parameters<typeof idempotencyOf>[0], res: Response): Asked => ({
  userId: userOf(res),
  idempotency: idempotencyOf(req),
});
