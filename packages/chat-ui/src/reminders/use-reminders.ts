import type { ReminderExplanation, ReminderPage } from "@todo-mesh/contracts";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../api/call.ts";

const MOST = 5;

/** The reminders of a task: those to come, the earliest first, or those of before, the latest first. */
export const useReminders = (taskId: string, state: "pending" | "past", version: number) =>
  useQuery({
    // Another version of its task may ring at another time.
    queryKey: ["reminders", taskId, state, version],
    queryFn: ({ signal }) =>
      ask<ReminderPage>(`/reminders?task_id=${taskId}&state=${state}&limit=${MOST}`, { signal }),
  });

/** What became of a reminder, in words. */
export const useExplanation = (id: string) =>
  useQuery({
    queryKey: ["explanation", id],
    queryFn: ({ signal }) => ask<ReminderExplanation>(`/reminders/${id}/explanation`, { signal }),
  });
