import { beforeEach, describe, expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
let task: Task;
beforeEach(async () => {
  api = await aChatApi();
  const rule = { rule: "FREQ=DAILY", start: "2026-11-23T08:00:00", timezone: "Europe/Rome" };
  task = await api.addTask({ title: "stretch", repeat: { ...rule, from: "schedule" } });
});
const does = (what: string) => api.as("post", `/tasks/${task.id}/${what}`).expect(200);
const answer = async (message: string): Promise<string> => (await api.say(message)).body.response;

async function doneSkippedMoved(): Promise<void> {
  await does("complete");
  await does("skip");
  const due = { local: "2026-11-25T19:00:00", timezone: "Europe/Rome" };
  await api.as("patch", `/tasks/${task.id}`).send({ due }).expect(200);
}

describe("whoever asks when a task was done", () => {
  test.each([
    "when did I stretch?",
    "when did I last do stretch",
    "how often did I do stretch",
    "when was stretch last done?",
    "what became of stretch",
    "history of stretch",
  ])("is told what became of the dates of a series: “%s”", async (message) => {
    await doneSkippedMoved();
    expect(await answer(message)).toBe(
      [
        "“stretch” was done once, skipped once, moved once:",
        "- Monday 23 November 2026 at 08:00: done, on Sunday 22 November 2026 at 11:15",
        "- Tuesday 24 November 2026 at 08:00: skipped",
        "- Wednesday 25 November 2026 at 08:00: moved to Wednesday 25 November 2026 at 19:00 (Europe/Rome)",
      ].join("\n"),
    );
  });

  test.each([
    "wann habe ich stretch zuletzt erledigt?",
    "wie oft habe ich stretch erledigt",
    "Verlauf von stretch",
  ])("is told so in German: “%s”", async (message) => {
    await doneSkippedMoved();
    expect(await answer(message)).toBe(
      [
        "„stretch“: einmal erledigt, einmal ausgelassen, einmal verschoben:",
        "- Montag, 23. November 2026 um 08:00 Uhr: erledigt, am Sonntag, 22. November 2026 um 11:15 Uhr",
        "- Dienstag, 24. November 2026 um 08:00 Uhr: ausgelassen",
        "- Mittwoch, 25. November 2026 um 08:00 Uhr: verschoben auf Mittwoch, 25. November 2026 um 19:00 Uhr (Europe/Rome)",
      ].join("\n"),
    );
  });

  test("is told the last five of many, and how many there were", async () => {
    for (let n = 0; n < 7; n += 1) await does("complete");
    const lines = (await answer("when did I do stretch")).split("\n");
    expect(lines[0]).toBe("“stretch” was done 7 times. The last 5:");
    expect(lines).toHaveLength(6);
  });

  test("is told days as days", async () => {
    const rule = { rule: "FREQ=DAILY", start: "2026-11-22", timezone: "Europe/Rome" };
    const { id } = await api.addTask({ title: "vitamins", repeat: { ...rule, from: "schedule" } });
    await api.as("post", `/tasks/${id}/skip`).expect(200);
    expect(await answer("when did I do vitamins")).toBe(
      "“vitamins” was skipped once:\n- Sunday 22 November 2026: skipped",
    );
  });

  test("is told of a series of which nothing became anything, and of a task that comes once", async () => {
    expect(await answer("when did I do stretch")).toBe(
      "No date of “stretch” was done, skipped or moved yet.",
    );
    const { id } = await api.addTask({ title: "call mum" });
    expect(await answer("when did I call mum")).toBe("“call mum” is not done yet.");
    await api.as("post", `/tasks/${id}/complete`).expect(200);
    expect(await answer("when did I call mum")).toBe(
      "“call mum” was done on Sunday 22 November 2026 at 11:15.",
    );
  });

  test("changes nothing, and hears of nothing in the trash", async () => {
    await does("complete");
    const before = (await api.as("get", `/tasks/${task.id}`)).body;
    await answer("when did I do stretch");
    expect((await api.as("get", `/tasks/${task.id}`)).body).toEqual(before);
    await api.as("delete", `/tasks/${task.id}`).expect(200);
    expect(await answer("when did I do stretch")).toMatch(/^I find no task called “stretch”/);
  });

  test("is asked which of several is meant, and may speak of the one of before", async () => {
    const say = api.talk();
    await does("complete");
    await api.addTask({ title: "stretch more" });
    await api.addTask({ title: "stretch less" });
    expect(await say("when did I do the stretch more or")).toMatch(/^I find no task/);
    expect(await say("history of stretch less")).toBe("“stretch less” is not done yet.");
    expect(await say("when did I do it?")).toBe("“stretch less” is not done yet.");
  });
});
