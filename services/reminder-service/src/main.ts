import { CheckTasks } from "@todo-mesh/contracts/calls";
import { callOf } from "@todo-mesh/dapr";
import { createMeshService } from "@todo-mesh/service";
import { gatheredReads } from "@todo-mesh/state";
import { createTimers } from "@todo-mesh/timers";
import { zoneData } from "@todo-mesh/recurrence";
import { buildApp } from "./app.ts";
import { Config } from "./config.ts";
import { TimerData } from "./domain/planning/timers-between.ts";
import { operatorRouter } from "./inbound/operator.ts";
import { createAnnouncements } from "./use-cases/announcements.ts";
import { fireReminders } from "./use-cases/fire-reminders.ts";
import { createReminderIndex } from "./use-cases/reminder-index.ts";

const service = createMeshService("reminder-service", Config);
const announcements = createAnnouncements(service);
const timers = createTimers({
  ...service,
  name: "reminders",
  schema: TimerData,
  isHeld: announcements.arePaused,
});
// A batch is news of many people, and each has an index.
const store = gatheredReads(service.store);
const index = createReminderIndex({ store });
const ring = fireReminders({
  ...service,
  timers,
  index,
  checkTasks: callOf(service.invoker, CheckTasks),
});
const zoneYear = { name: "zone_data_year", help: "Year of the time zone data" };
service.metrics.gauge(zoneYear, () => zoneData().year);
const paused = { name: "announcements_paused", help: "1 while nothing is announced" };
service.metrics.gauge(paused, () => Number(announcements.known().paused));
const health = () => ({ announcements: announcements.known() });

await service.run({
  mesh: (onClose) =>
    buildApp({ ...service, ...service.config, store, timers, index, health, onClose }),
  operator: operatorRouter({ timers, announcements }),
  parts: { timers: { start: () => timers.start(ring), close: () => timers.close() } },
});
