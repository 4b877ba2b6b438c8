import type { Task } from "@todo-mesh/contracts";

let made = 0;

/** A task, open and without a time unless it is told. */
export function aTask(what: Partial<Task> = {}): Task {
  made += 1;
  return {
    id: `019aab2a-5bf2-7e61-8c2d-${String(made).padStart(12, "0")}`,
    user_id: "ada",
    title: `task ${made}`,
    status: "open",
    version: 1,
    change_id: "019aab2a-5bf2-7e61-8c2d-0a1b2c3d4e5f",
    created_at: new Date(Date.UTC(2026, 10, 1, 8, made)).toISOString(),
    updated_at: new Date(Date.UTC(2026, 10, 1, 8, made)).toISOString(),
    ...what,
  };
}

/** Due some time on a day. */
export const onDay = (date: string): NonNullable<Task["due"]> => ({
  date,
  timezone: "UTC",
  begins_at: `${date}T00:00:00.000Z`,
  ends_at: `${date}T24:00:00.000Z`,
});

/** Due at a moment. */
export const at = (moment: Date): NonNullable<Task["due"]> => ({
  at: moment.toISOString(),
  local: moment.toISOString().slice(0, 19),
  timezone: "UTC",
});
