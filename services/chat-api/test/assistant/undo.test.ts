import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
let says: ReturnType<ChatApi["talk"]>;
beforeEach(async () => {
  api = await aChatApi();
  says = api.talk();
});

test("“undo that” takes back what this conversation did last, and says how each task is now", async () => {
  await says("add buy milk");
  await says("done with milk");
  await api.addTask({ title: "by another way" });
  expect(await says("undo that")).toBe("I took that back: “buy milk” is open again.");
  expect(await says("undo")).toBe("I took that back: “buy milk” is in the trash.");
  expect(await api.titles()).toEqual(["by another way"]);
  expect(await says("restore buy milk")).toBe("“buy milk” is back on your list.");
});

test("with nothing of its own to take back it takes back what was done last, and then says that there is nothing", async () => {
  await api.addTask({ title: "milk" });
  expect(await says("take that back")).toBe("I took that back: “milk” is in the trash.");
  expect(await says("undo")).toBe("I could not do that: There is nothing to take back.");
});

test("a task is skipped, its series is ended, and both are taken back; “it” is the task spoken of last", async () => {
  await says("every day at 8:00 remind me to stretch");
  expect(await says("skip this one")).toBe(
    "I let “stretch” pass this time. It comes again on Tuesday 24 November 2026 at 08:00 (Europe/Rome).",
  );
  expect(await says("end the series stretch")).toBe(
    "“stretch” does not come again. It stays due on Tuesday 24 November 2026 at 08:00 (Europe/Rome).",
  );
  expect(await says("skip it")).toBe(
    "I could not do that: It does not repeat, so there is no next date.",
  );
  await says("undo");
  expect(await says("undo")).toBe(
    "I took that back: “stretch” is as it was before, due on Monday 23 November 2026 at 08:00 (Europe/Rome).",
  );
  const { items } = (await api.as("get", "/tasks")).body;
  expect(items[0]).toMatchObject({
    repeat: { rule: "FREQ=DAILY" },
    due: { local: "2026-11-23T08:00:00" },
  });
});

test("a turn that is sent again undoes once", async () => {
  await says("add milk");
  await says("add bread");
  const first = await api.say("undo that").set("idempotency-key", "k").expect(200);
  const again = await api.say("undo that").set("idempotency-key", "k").expect(200);
  expect(again.text).toBe(first.text);
  expect(await api.titles()).toEqual(["milk"]);
});
