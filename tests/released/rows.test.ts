import { beforeEach, describe, expect, test } from "@jest/globals";
import { Change, Task } from "@todo-mesh/contracts";
import { ReminderDue } from "@todo-mesh/contracts/events";
import { z } from "zod";
import { aChatApi, type ChatApi } from "../../services/chat-api/test/a-chat-api.ts";
import { anInbox, eventOf } from "../../services/notification-service/test/an-inbox.ts";
import { aService, newsOf } from "../../services/reminder-service/test/a-service.ts";
import { leaveBehind, STOPPED, emitted } from "./last.ts";

const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(STOPPED.getTime() + minutes * MINUTE_MS);

const OfTask = z.object({ task: Task, change: Change });
const ofTasks = emitted
  .flatMap(({ data }) => OfTask.safeParse(data).data ?? [])
  .filter(({ task }) => task.user_id === "ada");
/** Each task as it was when the last version stopped, in today's words. */
const tasks = new Map(ofTasks.map(({ task }) => [task.id, task]));
const named = (title: string): Task =>
  Task.parse([...tasks.values()].find((task) => task.title === title));

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1);

async function begun() {
  const service = aService();
  await leaveBehind("reminder-service", service.store);
  service.clock.set(STOPPED);
  return service;
}
type Service = Awaited<ReturnType<typeof begun>>;

async function upTo({ clock, jobs, timers }: Service, minutes: number): Promise<void> {
  for (let now = 0; now <= minutes; now += 0.25) {
    clock.set(later(now));
    await jobs.ringDue((job) => timers.ring(job.name, job.data));
    await timers.sweep();
  }
}
async function rung(service: Service): Promise<string[]> {
  const events = (await service.announced()).filter(({ type }) => type === "todo.reminder.due.v1");
  return events.map(({ data }) => {
    const { title, due_at } = ReminderDue.data.parse(data);
    return `${due_at.slice(11, 19)} ${title}`;
  });
}

describe("what the last version kept, this one goes on with:", () => {
  describe("chat-api", () => {
    let api: ChatApi;
    beforeEach(async () => {
      api = await aChatApi();
      await leaveBehind("chat-api", api.rows);
      api.clock.set(STOPPED);
    });
    const pages = async (path: string) => (await api.as("get", path).expect(200)).body.items;

    test("every task is there, as it was", async () => {
      expect(tasks.size).toBeGreaterThan(40);
      const list = await pages("/tasks?limit=200");
      const expected = [...tasks.values()].filter((task) => task.deleted_at === undefined);
      expect(list.toSorted(byId)).toEqual(expected.toSorted(byId));
    });

    test("every change is in the journal, and can be taken back", async () => {
      const changes = await pages("/changes?limit=200");
      const ids = ofTasks.map(({ change }) => change.id);
      expect(changes.map(({ id }: { id: string }) => id).toSorted()).toEqual(ids.toSorted());
      const renamed = named("old zone name, renamed");
      const undone = await api
        .as("post", "/undo")
        .send({ change_id: renamed.change_id })
        .expect(200);
      expect(undone.body.tasks).toMatchObject([{ id: renamed.id, title: "old zone name" }]);
    });

    test("a conversation goes on where it was left", async () => {
      const [id] = [...api.rows.rows().keys()].flatMap(
        (key) => /^chat:ada:([^:]+)$/.exec(key)?.[1] ?? [],
      );
      await api.say("undo that", { conversation_id: id }).expect(200);
      expect((await api.spoken(String(id))).slice(0, 1)).toEqual([
        "person: add water the plants every Friday at 8",
      ]);
      expect(await api.titles("?limit=200")).not.toContain("water the plants");
    });

    test("an export has all of it, and an erasing leaves nothing", async () => {
      const kept = (await api.as("get", "/export").expect(200)).body;
      expect(kept.tasks).toHaveLength(tasks.size);
      await api.as("delete", "").expect(200);
      expect(await pages("/tasks")).toEqual([]);
    });
  });

  describe("reminder-service", () => {
    test.each([
      ["by the jobs that are scheduled anew", (service: Service) => service.timers.rearm()],
      ["by the sweeper, where no job is left", async () => undefined],
    ])("what was set rings in its time and once, %s", async (_how, start) => {
      const service = await begun();
      await start(service);
      await upTo(service, 10);
      expect((await rung(service)).toSorted()).toEqual([
        "02:06:55 every minute",
        "02:06:55 nags",
        "02:07:34 rings after the change of version",
        "02:08:26 moved series",
        "02:08:55 daily",
        "02:09:15 whole day",
        "02:11:55 every minute",
        "02:11:55 nags",
      ]);
    });

    test("what was set is moved and silenced by what becomes of its task now", async () => {
      const service = await begun();
      const moved = named("rings after the change of version");
      const done = named("nags");
      const at = later(2).toISOString();
      await service.hear(
        {
          ...moved,
          version: moved.version + 1,
          due: { at, local: at.slice(0, 23), timezone: "UTC" },
        },
        { ...done, version: done.version + 1, status: "done" },
      );
      await upTo(service, 5);
      expect(await rung(service)).toEqual([
        "02:03:58 rings after the change of version",
        "02:06:55 every minute",
      ]);
    });

    test("news that it had heard already changes nothing", async () => {
      const service = await begun();
      await service.hear(...ofTasks.map(({ task }) => newsOf(task).data.task));
      await upTo(service, 5);
      expect(await rung(service)).toEqual(["02:06:55 every minute", "02:06:55 nags"]);
    });
  });

  describe("notification-service", () => {
    test("the inbox is there, with what was read, and what comes again is not shown twice", async () => {
      const inbox = anInbox();
      await leaveBehind("notification-service", inbox.store);
      inbox.clock.set(STOPPED);
      const shown = (await inbox.read("ada", { limit: 200 })).items;
      expect(shown.map(({ title, read_at }) => [title, read_at !== undefined])).toEqual([
        ["nags", true],
        ["every minute", false],
        ["rang before", false],
        ["cannot be planned", false],
      ]);
      const again = emitted.flatMap(({ type, data }) =>
        type === "todo.reminder.due.v1" ? eventOf(ReminderDue.data.parse(data)) : [],
      );
      expect(again).toHaveLength(3);
      await inbox.show(again);
      expect(await inbox.titles()).toHaveLength(shown.length);
      await inbox.markRead("ada", z.string().parse(shown[2]?.id));
      expect((await inbox.read("ada", { limit: 200 })).items[2]).toHaveProperty("read_at");
    });
  });
});
