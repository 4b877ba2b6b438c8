import type { Task, TaskPatch } from "@todo-mesh/contracts";
import { zone } from "../preferences/writing.ts";
import { addDays, dayOf, daysBetween, dueDay } from "./dates.ts";

/** A day as `2026-11-27`, or none. */
export type Day = string | undefined;

const MORNING = "T09:00";

export const today = (): string => dayOf(new Date());
export const tomorrow = (): string => addDays(today(), 1);

/** Monday of the week that comes. */
export function nextWeek(): string {
  const weekday = new Date(`${today()}T12:00:00Z`).getUTCDay();
  return addDays(today(), (8 - weekday) % 7 || 7);
}

export const tomorrowMorning = () => ({ local: tomorrow() + MORNING, timezone: zone });

/** The change that moves a task to a day: its time of day stays. Without a day it is in no series any more. */
export function movedTo(task: Task, day: Day): TaskPatch {
  const { due, repeat } = task;
  if (day === undefined) return { due: null, ...(repeat && { repeat: null }) };
  if (!due) return { due: { date: day, timezone: zone } };
  if ("date" in due) return { due: { date: day, timezone: due.timezone } };
  // Where it is at home it may be another day than here: the distance is the same.
  const distance = daysBetween(dueDay(task) ?? day, day);
  const local = `${addDays(due.local.slice(0, 10), distance)}${due.local.slice(10)}`;
  return { due: { local, timezone: due.timezone, ...(due.floating && { floating: true }) } };
}
