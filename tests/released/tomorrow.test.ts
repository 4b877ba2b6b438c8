import { describe, expect, test } from "@jest/globals";
import { Change, Task } from "@todo-mesh/contracts";
import { EVENTS } from "@todo-mesh/contracts/documents";
import { NotificationCreated, ReminderDue } from "@todo-mesh/contracts/events";
import type { Json } from "@todo-mesh/ports";
import { z } from "zod";
import { aChatApi } from "../../services/chat-api/test/a-chat-api.ts";
import { anInbox, eventOf } from "../../services/notification-service/test/an-inbox.ts";
import { aService } from "../../services/reminder-service/test/a-service.ts";
import { leaveBehind, STOPPED, emitted } from "./last.ts";

/*
 * While versions change, an old replica reads what a newer one writes. So this one reads words that it does not write
 * itself, and fields it does not know: what they stand in is not lost for it.
 */
const WORDS: Readonly<Record<string, string>> = {
  by: "robot",
  verb: "snoozed",
  role: "tool",
  kind: "digest",
  priority: "someday",
  state: "missed",
};

/** The same as a version of tomorrow might have written it. */
function ofTomorrow(value: Json): Json {
  if (Array.isArray(value)) return value.map(ofTomorrow);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).map(([name, inner]): [string, Json] => [
    name,
    WORDS[name] !== undefined && typeof inner === "string"
      ? WORDS[name]
      : ofTomorrow(inner ?? null),
  ]);
  return { ...Object.fromEntries(fields), of_tomorrow: { is: "not known yet" } };
}

const contracts = new Map(EVENTS.map(({ contract }) => [contract.type, contract]));
const written = (words: object): string => JSON.stringify(words);

describe("this version understands a newer one:", () => {
  test.each(EVENTS.map(({ contract, example }) => [contract.type, example] as const))(
    "%s, whatever new words and fields it has",
    (type, example) => {
      const newer = ofTomorrow(z.json().parse(example));
      expect(written(z.looseObject({}).parse(newer))).toContain("of_tomorrow");
      expect(contracts.get(type)?.data.safeParse(newer).error).toBeUndefined();
    },
  );

  test("tasks, their journal and conversations are read, and a change leaves the new words alone", async () => {
    const api = await aChatApi();
    await leaveBehind("chat-api", api.rows);
    api.clock.set(STOPPED);
    for (const [key, { value }] of api.rows.rows())
      if (/^(?:tasks|journal|chat):ada.*:\d+$/.test(key))
        await api.rows.transact([{ put: key, value: ofTomorrowInRows(value) }]);

    const { items } = (await api.as("get", "/tasks?limit=200&sort=-priority").expect(200)).body;
    const [newer] = items.filter(({ priority }: Task) => priority === "someday");
    expect(newer).toMatchObject({ title: "plainer" });
    const changed = await api.as("patch", `/tasks/${newer.id}`).send({ notes: "new" }).expect(200);
    expect(changed.body).toMatchObject({ notes: "new", priority: "someday" });
    const changes = (await api.as("get", "/changes?limit=200").expect(200)).body.items;
    expect(changes.slice(1).every(({ verb }: { verb: string }) => verb === "snoozed")).toBe(true);
    await api.as("get", "/export").expect(200);
  });

  test("a notification of a kind that it does not know is in the inbox, with its title and body", async () => {
    const inbox = anInbox();
    await leaveBehind("notification-service", inbox.store);
    for (const [key, { value }] of inbox.store.rows())
      if (/^inbox:ada:\d+$/.test(key))
        await inbox.store.transact([{ put: key, value: ofTomorrow(value) }]);
    const { items } = await inbox.read("ada", { limit: 200 });
    expect(items.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      "digest: nags",
      "digest: every minute",
      "digest: rang before",
      "digest: cannot be planned",
    ]);
    expect(items.map((item) => NotificationCreated.data.shape.notification.parse(item))).toEqual(
      items,
    );
  });

  test("a task with new words still has its reminders", async () => {
    const service = aService();
    service.clock.set(STOPPED);
    const OfTask = z.object({ task: Task, change: Change });
    const [task] = emitted.flatMap(({ data }) => OfTask.safeParse(data).data?.task ?? []);
    const at = new Date(STOPPED.getTime() + 60_000).toISOString();
    const due = { at, local: at.slice(0, 23), timezone: "UTC" };
    await service.hear(Task.parse({ ...task, due, status: "open", priority: "someday" }));
    service.clock.set(new Date(at));
    await service.jobs.ringDue((job) => service.timers.ring(job.name, job.data));
    const [rung] = await service.announced();
    expect(eventOf(ReminderDue.data.parse(rung?.data)).data).toMatchObject({ priority: "someday" });
  });
});

/** Elements of a chunk lie in a list, by their name, or alone. */
function ofTomorrowInRows(value: Json): Json {
  if (Array.isArray(value)) return value.map(ofTomorrow);
  if (value === null || typeof value !== "object" || "id" in value) return ofTomorrow(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, ofTomorrow(inner ?? null)]),
  );
}
