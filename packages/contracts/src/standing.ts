import { z } from "zod";
import { UserId } from "./user.ts";

/** chat-api's mesh method `POST /tasks/standing`: do these tasks still want their reminders? */
export const StandingRequest = z.strictObject({
  tasks: z
    .array(z.strictObject({ user_id: UserId, task_id: z.uuid(), due_at: z.iso.datetime() }))
    .max(100),
});
export type StandingRequest = z.infer<typeof StandingRequest>;

/** In the order asked. `stands`: open, not in the trash, and due at that instant or, not done yet, at it again by its fixed series; `title` as it reads now. */
export const StandingAnswer = z.object({
  tasks: z.array(z.object({ stands: z.boolean(), title: z.string().optional() })),
});
export type StandingAnswer = z.infer<typeof StandingAnswer>;
