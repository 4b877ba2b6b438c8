import { expect, test } from "@jest/globals";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { aService } from "../a-service.ts";
import { hourly } from "../a-series.ts";
import { aTask, at, TASK_ID } from "../a-task.ts";

const secret = (facts: Parameters<typeof aTask>[0] = {}) =>
  aTask({ due: "09:00", title: "a secret", user_id: "ada-the-person", repeat: hourly, ...facts });
const ledgers = ({ store }: ReturnType<typeof aService>) =>
  [...store.rows()].filter(([key]) => key.startsWith("ledger")).map(([, { value }]) => value);

test("of a task that was erased the ledger keeps its version and nothing else", async () => {
  const service = aService();
  await service.hear(secret({ nag: { every_minutes: 5, times: 5 } }));
  await service.ringAt("09:00");
  await service.hearErased(TASK_ID, 2);
  expect(ledgers(service)).toEqual([{ task_id: TASK_ID, task_version: 2, reminders: [] }]);
});

test("its timers are gone with it, and it rings no more", async () => {
  const service = aService();
  await service.hear(secret({ nag: { every_minutes: 5, times: 5 } }));
  await service.ringAt("09:00");
  await service.hearErased(TASK_ID, 2);
  expect(await service.timers.look([reminderIdOf(TASK_ID, "due")])).toEqual([]);
  for (const time of ["09:05", "10:00"]) await service.ringAt(time);
  expect(await service.announced()).toHaveLength(1);
});

test("events that come late, twice, or before all others do not bring it back", async () => {
  const service = aService();
  await service.hearErased(TASK_ID, 3);
  await service.hear(secret(), secret({ version: 2, due: "09:30" }));
  await service.hearErased(TASK_ID, 3);
  await service.hear(secret(), secret({ version: 9 }));
  for (const time of ["09:00", "09:30"]) await service.ringAt(time);
  expect(await service.announced()).toEqual([]);
  expect(ledgers(service)).toEqual([{ task_id: TASK_ID, task_version: 3, reminders: [] }]);
});

test("the tombstone goes after ninety days", async () => {
  const service = aService();
  await service.hear(secret());
  await service.hearErased(TASK_ID, 2);
  service.clock.set(new Date(at("09:00").getTime() + 91 * 86_400_000));
  expect(ledgers(service)).toEqual([]);
});
