import type { Task } from "@todo-mesh/contracts";
import { resolveDue } from "@todo-mesh/recurrence";

export const ADA = "ada";
export const NOW = new Date("2026-11-22T10:15:20.250Z");

let made = 0;

/** A task of Ada's, each with an id of its own. `due` is an instant. */
export function aTask({
  due,
  ...over
}: Partial<Omit<Task, "due">> & { due?: string; timezone?: string } = {}): Task {
  made += 1;
  const resolved = due === undefined ? undefined : resolveDue({ at: due, timezone: "Europe/Rome" });
  return {
    id: `01900000-0000-7000-9000-${made.toString(16).padStart(12, "0")}`,
    user_id: ADA,
    title: "water the plants",
    status: "open",
    version: 1,
    change_id: "01900000-0000-7000-9000-00000000cafe",
    created_at: NOW.toISOString(),
    updated_at: NOW.toISOString(),
    ...over,
    ...(resolved?.kind === "due" && { due: resolved.due }),
  };
}
