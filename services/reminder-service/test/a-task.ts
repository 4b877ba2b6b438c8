import type { DueTime, Task } from "@todo-mesh/contracts";
import { toLocal } from "@todo-mesh/recurrence";

export const TASK_ID = "5b0a1f9e-6a0e-4a8e-8f51-000000000001";

/** An instant on the day these tests happen. */
export const at = (time: string): Date => new Date(`2026-11-22T${time}:00.000Z`);

/** A due time in Rome. */
export const dueAt = (instant: Date, timezone = "Europe/Rome"): DueTime => ({
  local: toLocal(instant, timezone),
  timezone,
  at: instant.toISOString(),
});

interface Facts extends Partial<Omit<Task, "due">> {
  readonly due?: string | Task["due"];
  /** When this version was made; 08:00 unless told. */
  readonly changed?: string;
}

/** Version 1 of an open task made at 08:00, due when told. */
export function aTask({ due, changed = "08:00", ...over }: Facts = {}): Task {
  return {
    id: TASK_ID,
    user_id: "ada",
    title: "call mum",
    status: "open",
    version: 1,
    change_id: "018f0000-0000-7000-8000-000000000000",
    created_at: at("08:00").toISOString(),
    updated_at: at(changed).toISOString(),
    ...over,
    ...(due && { due: typeof due === "string" ? dueAt(at(due)) : due }),
  };
}
