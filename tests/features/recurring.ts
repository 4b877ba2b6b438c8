import { expect, test } from "@jest/globals";
import { OccurrencesAnswer, Problem, Task, WhenAnswer } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { dueAtOf, type Person, person } from "../support/person.ts";

const wallIn = (ms: number): string => new Date(Date.now() + ms).toISOString().slice(0, 19);
const daily = { rule: "FREQ=DAILY", start: "2026-11-22T08:00", timezone: "Europe/Rome" };

export function recurring(mesh: () => Mesh): void {
  test("a series rings at each of its dates, once, though nobody completes it, and ends with its rule", async () => {
    const amy = await person(mesh(), "amy");
    const start = wallIn(2_500);
    const task = await addSeries(amy, "blink", { rule: "FREQ=SECONDLY;INTERVAL=3;COUNT=3", start });
    await until("it rang three times", async () => (await amy.inbox()).length === 3);
    await amy.addTask("the moment after", 4_000);
    await until("the moment after has come", async () =>
      (await amy.inbox()).some(({ title }) => title === "the moment after"),
    );
    const shown = (await amy.inbox()).filter(({ task_id }) => task_id === task.id).toReversed();
    const first = Date.parse(`${start}Z`);
    expect(shown.map(({ due_at }) => Date.parse(due_at) - first)).toEqual([0, 3_000, 6_000]);
    expect(shown.every(({ created_at, due_at }) => created_at >= due_at)).toBe(true);
    expect((await amy.task(task.id)).status).toBe("open");
  });

  test("completing it rolls it forward, it does not ring for what is done, and its last date is the end", async () => {
    const [ben, benElsewhere] = [await person(mesh(), "ben"), await person(mesh(), "ben", 1)];
    const start = wallIn(4_000);
    const rule = "FREQ=SECONDLY;INTERVAL=4;COUNT=2";
    const task = await addSeries(ben, "stand up", { rule, start });
    const rolled = Task.parse((await ben.ask("POST", `/tasks/${task.id}/complete`)).json);
    expect(rolled).toMatchObject({ status: "open", version: 2 });
    expect(Date.parse(dueAtOf(rolled))).toBe(Date.parse(`${start}Z`) + 4_000);
    expect(await benElsewhere.task(task.id)).toEqual(rolled);

    await until("it rang", async () => (await ben.inbox()).length > 0);
    expect(await ben.inbox()).toMatchObject([{ task_id: task.id, due_at: dueAtOf(rolled) }]);
    const done = Task.parse((await ben.ask("POST", `/tasks/${task.id}/complete`)).json);
    expect(done).toMatchObject({ status: "done", version: 3 });
  });

  test("a date that is moved earlier rings there and not on its own day, and the series goes on", async () => {
    const gwen = await person(mesh(), "gwen");
    const start = wallIn(6_000);
    const first = Date.parse(`${start}Z`);
    const task = await addSeries(gwen, "feed", { rule: "FREQ=SECONDLY;INTERVAL=4;COUNT=2", start });
    const due = { at: new Date(first - 3_000).toISOString() };
    const moved = Task.parse(
      (await gwen.ask("PATCH", `/tasks/${task.id}`, { body: { due } })).json,
    );
    expect(moved.due?.occurrence?.at).toBe(dueAtOf(task));
    await until("its last date rang", async () =>
      (await gwen.inbox()).some(({ due_at }) => Date.parse(due_at) === first + 4_000),
    );
    const rung = (await gwen.inbox()).map(({ due_at }) => Date.parse(due_at) - first);
    expect(rung.toReversed()).toEqual([-3_000, 4_000]);
  });

  test("a date done ahead does not come back when the rule is changed, and is told of", async () => {
    const hal = await person(mesh(), "hal");
    const start = wallIn(4_000);
    const repeat = { rule: "FREQ=SECONDLY;INTERVAL=4;COUNT=2", start };
    const task = await addSeries(hal, "walk", repeat);
    await hal.ask("POST", `/tasks/${task.id}/complete`);
    const longer = { ...repeat, rule: "FREQ=SECONDLY;INTERVAL=4;COUNT=3" };
    const body = { repeat: longer, title: "walk on" };
    const edited = Task.parse((await hal.ask("PATCH", `/tasks/${task.id}`, { body })).json);
    const second = Date.parse(`${start}Z`) + 4_000;
    expect(Date.parse(dueAtOf(edited))).toBe(second);
    await until("it rang", async () => (await hal.inbox()).length > 0);
    expect((await hal.inbox()).map(({ due_at }) => Date.parse(due_at))).toEqual([second]);
    const { json } = await hal.ask("GET", `/tasks/${task.id}/occurrences`);
    expect(json).toMatchObject({ items: [{ state: "done", occurrence: { at: dueAtOf(task) } }] });
  });

  test("reminders that fall on one moment of one date ring once, however they are said", async () => {
    const ivy = await person(mesh(), "ivy");
    const at = new Date(Date.now() + 2_500).toISOString();
    const reminders = [{ minutes: 0 }, { days: 0 }, { at }];
    await ivy.ask("POST", "/tasks", { body: { title: "once", due: { at }, reminders } });
    await ivy.addTask("the moment after", 3_500);
    await until("the moment after has come", async () =>
      (await ivy.inbox()).some(({ title }) => title === "the moment after"),
    );
    const once = (await ivy.inbox()).filter(({ title }) => title === "once");
    expect(once.map(({ due_at }) => due_at)).toEqual([at]);
    expect(once.every(({ created_at, due_at }) => created_at >= due_at)).toBe(true);
  });

  test("a series counted from its completion waits for it", async () => {
    const cat = await person(mesh(), "cat");
    const rule = "FREQ=SECONDLY;INTERVAL=2";
    const endless = await cat.ask("POST", "/tasks", {
      body: { title: "x", repeat: { rule, start: wallIn(2_000) } },
    });
    expect([endless.status, endless.text]).toEqual([400, expect.stringContaining("repeat.rule")]);

    const repeat = { rule, start: wallIn(2_000), from: "completion" };
    const task = await addSeries(cat, "sip water", repeat);
    await until("it rang", async () => (await cat.inbox()).length === 1);
    await cat.addTask("the moment after", 3_000);
    await until("the moment after has come", async () => (await cat.inbox()).length === 2);
    const rolled = Task.parse((await cat.ask("POST", `/tasks/${task.id}/complete`)).json);
    await until("it rang again", async () =>
      (await cat.inbox()).some(({ due_at }) => due_at === dueAtOf(rolled)),
    );
  });

  test("a sentence makes a series, and the answer says the rule in words and the next dates", async () => {
    const eli = await person(mesh(), "eli");
    const said = await eli.say("every weekday at 8:00 remind me to stretch", {
      timezone: "Europe/Rome",
    });
    expect(said.response).toMatch(/every weekday at 08:00 \(Europe\/Rome\)\. Next: (.*; ){4}.*\.$/);
    expect((await eli.ask("GET", "/tasks")).json).toMatchObject({
      items: [{ title: "stretch", repeat: { rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" } }],
    });
  });

  test("what has two meanings is asked back, and the number is answered to the other replica", async () => {
    const [flo, floElsewhere] = [await person(mesh(), "flo"), await person(mesh(), "flo", 1)];
    const asked = await flo.say("remind me to call mum every day at 6", { timezone: "UTC" });
    expect(asked.response).toContain("Which one? Say its number.");
    const { conversation_id } = asked;
    const answered = await floElsewhere.say("1", { conversation_id, timezone: "UTC" });
    expect(answered.response).toMatch(/“call mum”.*every day at \d\d:00 \(UTC\)/);
  });

  test("what a sentence means and when a rule comes is told over HTTP", async () => {
    const ray = await person(mesh(), "ray");
    const text = "call mum tomorrow at 9:00";
    const body = { text, timezone: "Asia/Tokyo", now: "2026-11-22T08:00:00Z" };
    const meaning = WhenAnswer.parse((await ray.ask("POST", "/when", { body })).json);
    expect(meaning).toMatchObject({
      kind: "instant",
      at: "2026-11-23T00:00:00.000Z",
      title: "call mum",
      reading: "Monday 23 November 2026, 09:00, Asia/Tokyo",
    });
    const dates = { ...daily, after: "2026-11-23T00:00:00Z", count: 2 };
    const answer = await ray.ask("POST", "/when/occurrences", { body: dates });
    expect(OccurrencesAnswer.parse(answer.json).items.map(({ at }) => at)).toEqual([
      "2026-11-23T07:00:00.000Z",
      "2026-11-24T07:00:00.000Z",
    ]);
  });

  test.each<[path: string, body: object, names: string]>([
    ["/when", { text: "tomorrow", timezone: "Mars/Olympus" }, "timezone"],
    ["/when", { text: "x".repeat(8_001), timezone: "UTC" }, "text"],
    ["/when", { text: "tomorrow", timezone: "UTC", now: "today" }, "now"],
    ["/when/occurrences", { ...daily, rule: "FREQ=DAILY;INTERVAL=0" }, "INTERVAL"],
    ["/when/occurrences", { ...daily, rule: "FREQ=SECONDLY;COUNT=2;UNTIL=20270101" }, "UNTIL"],
    ["/when/occurrences", { ...daily, count: 201 }, "count"],
    ["/when/occurrences", { ...daily, start: "2026-02-30T08:00" }, "start"],
    ["/tasks", { title: "x", repeat: { ...daily, rule: "FREQ=HOURLY;BYDAY=2MO" } }, "repeat.rule"],
    ["/tasks", { title: "x", repeat: { rule: "FREQ=DAILY" } }, "repeat.start"],
  ])("POST %s %j is a problem that names %s", async (path, body, names) => {
    const sid = await person(mesh(), "sid");
    const answer = await sid.ask("POST", path, { body });
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(names)]);
    expect(Problem.parse(answer.json).errors).not.toEqual([]);
  });
}

async function addSeries(who: Person, title: string, repeat: object): Promise<Task> {
  const answer = await who.ask("POST", "/tasks", { body: { title, repeat } });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return Task.parse(answer.json);
}
