import { randomUUID } from "node:crypto";
import { z } from "zod";

/** A task much as the contracts have it: what is measured here must cost what a real one costs. */
export const Task = z.object({
  id: z.uuid(),
  user_id: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  title: z.string().trim().min(1).max(200),
  status: z.enum(["open", "done"]),
  priority: z.enum(["low", "medium", "high", "urgent"]).optional(),
  tags: z.array(z.string().max(40)).max(20).optional(),
  due: z.object({ local: z.string(), timezone: z.string(), at: z.iso.datetime() }).optional(),
  version: z.int().positive(),
  change_id: z.uuid(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Task = z.infer<typeof Task>;

/** About 400 bytes of JSON. */
export const aTask = (n: number): Task => ({
  id: randomUUID(),
  user_id: "ada",
  title: `Call the dentist about invoice ${n}`,
  status: "open",
  priority: "high",
  ...(n % 2 === 0 && { tags: ["home", `place-${n % 7}`] }),
  due: { local: "2026-12-03T08:00:00", timezone: "Europe/Rome", at: "2026-12-03T07:00:00.000Z" },
  version: 1,
  change_id: randomUUID(),
  created_at: "2026-11-22T09:00:00.000Z",
  updated_at: "2026-11-22T09:00:00.000Z",
});
