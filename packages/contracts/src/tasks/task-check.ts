import { z } from "zod";
import { Task } from "./task.ts";
import { UserId } from "../people/user.ts";

/** chat-api's mesh method `POST /tasks/standing`: has anything happened to these tasks since that version? */
export const TaskCheckRequest = z.strictObject({
  tasks: z
    .array(z.strictObject({ user_id: UserId, task_id: z.uuid(), version: z.int().nonnegative() }))
    .max(100),
});
export type TaskCheckRequest = z.infer<typeof TaskCheckRequest>;

/** In the order asked: nothing since, the task as it is now (the trash included), or no trace of it. */
const TaskCheck = z.discriminatedUnion("standing", [
  z.object({ standing: z.literal("same") }),
  z.object({ standing: z.literal("changed"), task: Task }),
  z.object({ standing: z.literal("gone") }),
]);
export type TaskCheck = z.infer<typeof TaskCheck>;

/** Of one whose list takes too long to read nothing is known: the others' are not kept waiting for it. */
const Unknown = z.object({ standing: z.literal("unknown") });

export const TaskCheckAnswer = z.object({ tasks: z.array(z.union([TaskCheck, Unknown])) });
export type TaskCheckAnswer = z.infer<typeof TaskCheckAnswer>;
