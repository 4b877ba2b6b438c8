import type { Task } from "@todo-mesh/contracts";

export const TASK_ID = "5b0a1f9e-6a0e-4a8e-8f51-000000000001";

/** An instant on the day these tests happen. */
export const at = (time: string): Date => new Date(`2026-11-22T${time}:00.000Z`);

interface Facts extends Partial<Omit<Task, "due">> {
  readonly due?: string | undefined;
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
    created_at: at("08:00").toISOString(),
    updated_at: at(changed).toISOString(),
    ...over,
    ...(due && {
      due: { local: `2026-11-22T${due}:00`, timezone: "Europe/Rome", at: at(due).toISOString() },
    }),
  };
}
