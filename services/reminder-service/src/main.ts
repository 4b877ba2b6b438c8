import { CheckTasks } from "@todo-mesh/contracts";
import { callOf } from "@todo-mesh/dapr";
import { createMeshService } from "@todo-mesh/service";
import { createTimers } from "@todo-mesh/timers";
import { zoneData } from "@todo-mesh/recurrence";
import { buildApp } from "./app.ts";
import { Config } from "./config.ts";
import { TimerData } from "./domain/planning/timers-between.ts";
import { fireReminders } from "./use-cases/fire-reminders.ts";

const service = createMeshService("reminder-service", Config);
const timers = createTimers({ ...service, name: "reminders", schema: TimerData });
const ring = fireReminders({ ...service, timers, checkTasks: callOf(service.invoker, CheckTasks) });
const zoneYear = { name: "zone_data_year", help: "Year of the time zone data" };
service.metrics.gauge(zoneYear, () => zoneData().year);

await service.run({
  mesh: (onClose) => buildApp({ ...service, ...service.config, timers, onClose }),
  parts: { timers: { start: () => timers.start(ring), close: () => timers.close() } },
});
