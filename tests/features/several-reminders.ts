import { expect, test } from "@jest/globals";
import { ReminderDetails, ReminderPage, Task } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { dueIn, person } from "../support/person.ts";

export function severalReminders(mesh: () => Mesh): void {
  test("a reminder is listed before and after it rang, and its notification leads to what became of it", async () => {
    const noa = await person(mesh(), "noa");
    const task = await noa.addTask("call the plumber", 4_000);
    const listed = async (state: string) =>
      ReminderPage.parse((await noa.ask("GET", `/reminders?state=${state}`)).json).items;
    await until("it is planned", async () => (await listed("pending")).length === 1);
    expect(await listed("pending")).toMatchObject([{ task_id: task.id, state: "planned" }]);
    await until("it rang", async () => (await noa.inbox()).length === 1);
    const [notification] = await noa.inbox();
    expect(await listed("past")).toMatchObject([
      { occurrence_id: notification?.id, state: "announced" },
    ]);
    expect(await listed("pending")).toEqual([]);
    const path = `/reminders/${notification?.reminder_id}`;
    const found = ReminderDetails.parse((await noa.ask("GET", path)).json);
    expect(found.history.map(({ cause }) => cause)).toEqual(["wanted", "time-came", "unchanged"]);
    const stranger = await person(mesh(), "nia");
    expect((await stranger.ask("GET", path)).status).toBe(404);
  });

  test("a task rings before its due time, at it and at a moment of its own; one that had passed does not", async () => {
    const ola = await person(mesh(), "ola");
    const due = dueIn(63_000);
    const body = {
      title: "leave for the train",
      due,
      reminders: [{ minutes: -1 }, { minutes: -2 }, dueIn(2_000)],
    };
    const task = Task.parse((await ola.ask("POST", "/tasks", { body })).json);
    await until("two of them rang", async () => (await ola.inbox()).length === 2);
    const rung = (await ola.inbox()).toReversed();
    expect(rung.map(({ task_id }) => task_id)).toEqual([task.id, task.id]);
    expect(rung[0]?.due_at).toBe(
      body.reminders[2] && "at" in body.reminders[2] ? body.reminders[2].at : "",
    );
    expect(Date.parse(rung[1]?.due_at ?? "")).toBe(Date.parse(due.at) - 60_000);
    expect(rung.every(({ created_at, due_at }) => created_at >= due_at)).toBe(true);
  });

  test("a task without reminders is silent, and a whole day rings only when it is told to", async () => {
    const pip = await person(mesh(), "pip");
    const today = new Date().toISOString().slice(0, 10);
    await pip.ask("POST", "/tasks", {
      body: { title: "silent", due: dueIn(1_000), reminders: [] },
    });
    await pip.ask("POST", "/tasks", { body: { title: "some time today", due: { date: today } } });
    const loud = await pip.addTask("loud", 2_500);
    await until("the loud one rang", async () => (await pip.inbox()).length > 0);
    expect(await pip.inbox()).toMatchObject([{ task_id: loud.id }]);
  });

  test("a whole day rings at the hour that its person has chosen, and another hour moves the reminders that are there", async () => {
    const [una, unaElsewhere] = [await person(mesh(), "una"), await person(mesh(), "una", 1)];
    const choose = (day_reminder: string | null) =>
      unaElsewhere.ask("PATCH", "/preferences", { body: { day_reminder } });
    const hours = async () => {
      const { items } = ReminderPage.parse((await una.ask("GET", "/reminders")).json);
      return items.map(({ title, due_at }) => `${due_at.slice(11, 16)} ${title}`).toSorted();
    };
    const planned = async (...expected: string[]): Promise<string[]> => {
      await until("all is planned so", async () => (await hours()).join() === expected.join());
      return hours();
    };
    await choose("07:15");
    for (const title of ["one", "two"])
      await una.ask("POST", "/tasks", { body: { title, due: { date: "2031-04-03" } } });
    const own = {
      title: "own",
      due: { date: "2031-04-03" },
      reminders: [{ days: 0, time: "07:15" }],
    };
    await una.ask("POST", "/tasks", { body: own });
    expect(await planned("07:15 one", "07:15 own", "07:15 two")).toHaveLength(3);
    await choose("08:40");
    expect(await planned("07:15 own", "08:40 one", "08:40 two")).toHaveLength(3);
    await choose(null);
    expect(await planned("07:15 own")).toHaveLength(1);
    await una.ask("DELETE", "");
    expect(await planned()).toHaveLength(0);
  });

  test("completing a task silences all of its reminders", async () => {
    const quy = await person(mesh(), "quy");
    const body = { title: "x", due: dueIn(3_000), reminders: [{ minutes: 0 }, dueIn(2_500)] };
    const task = Task.parse((await quy.ask("POST", "/tasks", { body })).json);
    await quy.ask("POST", `/tasks/${task.id}/complete`);
    const later = await quy.addTask("later", 4_000);
    await until("the later one rang", async () => (await quy.inbox()).length > 0);
    expect(await quy.inbox()).toMatchObject([{ task_id: later.id }]);
  });

  test("a task that nags rings again a minute later, with how often it has, until it is done", async () => {
    const ria = await person(mesh(), "ria");
    const body = { title: "take the pill", due: dueIn(1_000), nag: { every_minutes: 1 } };
    const task = Task.parse((await ria.ask("POST", "/tasks", { body })).json);
    await until("it rang again", async () => (await ria.inbox()).length === 2, 80_000);
    const [again, first] = await ria.inbox();
    expect(Date.parse(again?.due_at ?? "") - Date.parse(first?.due_at ?? "")).toBe(60_000);
    expect([first?.body, again?.body]).toEqual([
      "Due now: take the pill",
      expect.stringContaining("Still open: take the pill"),
    ]);
    await ria.ask("POST", `/tasks/${task.id}/complete`);
  });
}
