import type { Repeat } from "@todo-mesh/contracts";
import { aTask } from "./a-task.ts";

/** Each hour from 09:00 on, on the day these tests happen. */
export const hourly: Repeat = {
  rule: "FREQ=HOURLY",
  start: "2026-11-22T09:00:00",
  timezone: "UTC",
  from: "schedule",
};

/** Version 1 of an open task that comes each hour, due at 09:00 unless told. */
export const aSeries = (facts: Parameters<typeof aTask>[0] = {}) =>
  aTask({ due: "09:00", repeat: hourly, ...facts });
