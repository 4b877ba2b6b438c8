import type { TaskLine } from "@todo-mesh/contracts";
import type { Replies } from "./replies.ts";

/** When a task is due, to who asked. */
export function sayFound({ found, time }: Replies, { title, status, due }: TaskLine): string {
  if (status === "done") return found.done(title);
  return due ? found.due(title, time.due(due)) : found.undated(title);
}
