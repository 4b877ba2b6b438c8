import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

const choose = (patch: object) => api.as("patch", "/preferences").send(patch).expect(200);
const DAY = { date: "2026-11-27", timezone: "Europe/Rome" };
const BOTH = [
  { days: -1, time: "20:30", own_hour: true },
  { days: 0, time: "07:15", own_hour: true },
];

describe("a date without a time", () => {
  test("does not ring while its person has chosen no time for it", async () => {
    expect(await api.addTask({ title: "x", due: DAY })).not.toHaveProperty("reminders");
  });

  describe("of one who has chosen a time of day", () => {
    beforeEach(() => choose({ day_reminder: "07:15", evening_reminder: "20:30" }));

    test("rings then, and on the evening before, added by the API and by the chat, once or as a series", async () => {
      expect(await api.addTask({ title: "x", due: DAY })).toMatchObject({ reminders: BOTH });
      const daily = { rule: "FREQ=DAILY", start: "2026-11-27" };
      expect(await api.addTask({ title: "x", repeat: daily })).toMatchObject({ reminders: BOTH });
      await api.say("add pay the rent on 27 November");
      const { items } = (await api.as("get", "/tasks?query=rent").expect(200)).body;
      expect(items).toMatchObject([{ due: { date: "2026-11-27" }, reminders: BOTH }]);
    });

    test("that a task is given later rings, too, and one undo takes both back", async () => {
      const { id } = await api.addTask({ title: "x", due: { at: "2026-11-27T09:00:00Z" } });
      const { body } = await api.as("patch", `/tasks/${id}`).send({ due: DAY }).expect(200);
      expect(body).toMatchObject({ due: DAY, reminders: BOTH });
      await api.as("post", "/undo").send({ change_id: body.change_id }).expect(200);
      expect((await api.as("get", `/tasks/${id}`)).body).not.toHaveProperty("reminders");
    });

    test("rings as the task says where it says so, never included", async () => {
      const own = [{ days: 0, time: "12:00" }];
      expect(await api.addTask({ title: "x", due: DAY, reminders: own })).toMatchObject({
        reminders: own,
      });
      expect(await api.addTask({ title: "x", due: DAY, reminders: [] })).toMatchObject({
        reminders: [],
      });
    });

    test("does not ring if many were brought along at once, nor again once its reminders were taken away", async () => {
      const operations = [{ op: "create", task: { title: "x", due: DAY } }];
      const { body } = await api.as("post", "/tasks/batch").send({ operations }).expect(200);
      expect(body.results[0].task).not.toHaveProperty("reminders");
      const { id } = await api.addTask({ title: "x", due: DAY });
      const patch = (change: object) => api.as("patch", `/tasks/${id}`).send(change).expect(200);
      expect((await patch({ reminders: null })).body).not.toHaveProperty("reminders");
      expect((await patch({ title: "y" })).body).not.toHaveProperty("reminders");
    });

    test("goes by the hour that is chosen later as well, so it keeps saying so", async () => {
      const { id } = await api.addTask({ title: "x", due: DAY });
      await choose({ day_reminder: "08:00", evening_reminder: null });
      expect((await api.as("get", `/tasks/${id}`)).body.reminders).toEqual(BOTH);
      expect(await api.addTask({ title: "x", due: DAY })).toMatchObject({
        reminders: [{ days: 0, time: "08:00", own_hour: true }],
      });
    });
  });
});

describe("until a day, said in the chat, is until the time of day that its person has chosen", () => {
  test.each([
    [{}, "2026-11-23T08:00:00.000Z"],
    [{ day_reminder: "07:15" }, "2026-11-23T06:15:00.000Z"],
  ])("%j", async (chosen, until) => {
    await choose({ day_first: true, ...chosen });
    const { id } = await api.addTask({ title: "stretch", due: { at: "2026-11-22T11:00:00Z" } });
    await api.say("mute stretch until Monday");
    expect((await api.as("get", `/tasks/${id}`)).body.muted).toMatchObject({ until });
  });
});
