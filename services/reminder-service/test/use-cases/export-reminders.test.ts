import { expect, test } from "@jest/globals";
import type { ReminderDetails, Task } from "@todo-mesh/contracts";
import { aService } from "../a-service.ts";
import { aTask, dueAt, TASK_ID } from "../a-task.ts";

type Service = ReturnType<typeof aService>;
const idOf = (n: number): string => TASK_ID.replace(/.{4}$/, String(n).padStart(4, "0"));
const numbered = (n: number, facts: Parameters<typeof aTask>[0]): Task =>
  aTask({ id: idOf(n), title: `task ${n}`, ...facts });

async function exported({ export: page }: Service, user = "ada"): Promise<ReminderDetails[]> {
  const found: ReminderDetails[] = [];
  let cursor: string | undefined;
  do {
    const { items, next_cursor } = await page(user, cursor);
    found.push(...items);
    cursor = next_cursor;
  } while (cursor !== undefined);
  return found;
}

test("all that is known of a person's reminders goes along, with what became of each", async () => {
  const service = aService();
  const farOff = dueAt(new Date("9999-12-30T08:00:00.000Z"));
  await service.hear(
    numbered(1, { due: "09:00", reminders: [{ minutes: -30 }, { minutes: 0 }] }),
    numbered(2, { due: farOff }),
  );
  await service.ringAt("08:30");
  expect(await exported(service)).toMatchObject([
    { title: "task 1", slot: "due", state: "planned", history: [{ state: "planned" }] },
    {
      title: "task 1",
      slot: "minutes:-30",
      state: "announced",
      rang: [{ due_at: "2026-11-22T08:30:00.000Z" }],
      history: [{ state: "planned" }, { state: "due" }, { state: "announced" }],
    },
    { title: "task 2", state: "unplanned", reason: expect.stringMatching(/too far ahead/) },
  ]);
});

test("page by page each is there once, and another's are not", async () => {
  const service = aService();
  const tasks = Array.from({ length: 60 }, (_, n) => numbered(n, { due: "09:00" }));
  await service.hear(...tasks, numbered(99, { due: "09:00", user_id: "eve" }));
  const titles = (await exported(service)).map(({ title }) => title);
  expect(titles).toEqual(tasks.map(({ title }) => title));
  expect((await exported(service, "eve")).map(({ title }) => title)).toEqual(["task 99"]);
});

test("who is erased leaves nothing to take along", async () => {
  const service = aService();
  await service.hear(numbered(1, { due: "09:00" }));
  await service.hearErased(idOf(1), 2);
  expect(await exported(service)).toEqual([]);
});
