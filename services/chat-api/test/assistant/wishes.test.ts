import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
let says: (message: string) => Promise<string>;
beforeEach(async () => {
  api = await aChatApi();
  says = api.talk();
});
const said = async (...messages: readonly string[]): Promise<string> => {
  let last = "";
  for (const message of messages) last = await says(message);
  return last;
};

describe("several wishes in one message", () => {
  test("are each done and answered, and are taken back together", async () => {
    await says("add dentist");
    const answer = await says(
      "add milk and remind me to call mum at 17:00, and delete the dentist",
    );
    expect(answer.split("\n")).toEqual([
      "I added “milk” to your list.",
      "I will remind you to call mum on Sunday 22 November 2026 at 17:00 (Europe/Rome).",
      "I moved “dentist” to the trash.",
    ]);
    expect(await api.titles()).toEqual(["milk", "call mum"]);
    await says("undo");
    expect(await api.titles()).toEqual(["dentist"]);
  });

  test("“it” is what the wish before was about", async () => {
    expect(await says("add milk and mark it as done")).toContain("I marked “milk” as done.");
  });

  test("what follows “and” and names no task is part of a name", async () => {
    await says("add tea");
    await says("remind me to call the bank and cancel the card at 17:00");
    expect(await api.titles()).toEqual(["tea", "call the bank and cancel the card"]);
  });

  test("what is to be deleted and is not there is said not to be, and is part of no title", async () => {
    expect(await says("add milk, and delete the unicorn")).toBe(
      "I added “milk” to your list.\nI find no task called “the unicorn”. Say “list” to see them all.",
    );
    expect(await api.titles()).toEqual(["milk"]);
  });

  test("lines below one that adds are added; more than twenty wishes are none", async () => {
    await says("add:\n- milk\n- eggs");
    expect(await api.titles()).toEqual(["milk", "eggs"]);
    const many = Array.from({ length: 21 }, (_, n) => `add ${n}`).join("\n");
    expect(await says(many)).toContain("20 things at a time");
    expect(await api.titles()).toHaveLength(2);
  });
});

describe("the other one", () => {
  const PENS = ["add red pen", "add blue pen", "done with pen", "1"];

  test("instead: what was done to the first is taken back", async () => {
    expect(await said(...PENS, "no, the other one")).toBe(
      "I took that back: “red pen” is open again.\nI marked “blue pen” as done.",
    );
    expect(await api.titles("?status=open")).toEqual(["red pen"]);
  });

  test.each(["the other one too", "complete the other one"])("as well: “%s”", async (message) => {
    expect(await said(...PENS, message)).toBe("I marked “blue pen” as done.");
    expect(await api.titles("?status=open")).toEqual([]);
  });

  test("in German", async () => {
    await said("füge roten Stift hinzu", "füge blauen Stift hinzu", "lösche Stift", "1");
    expect(await says("die andere auch")).toBe("„blauen Stift“ liegt jetzt im Papierkorb.");
  });

  test("of what was shown by three, or of nothing, is asked", async () => {
    expect(await says("the other one")).toContain("I do not know which task you mean");
    await said("add a pen", "add the pen", "add my pen", "list", "complete 1");
    expect(await says("the other one")).toContain("I do not know which task you mean");
  });
});

describe("a time alone is the answer where one was asked for", () => {
  test.each([
    ["tomorrow at 18:00", "2026-11-23T18:00:00"],
    ["6pm", "2026-11-23T18:00:00"],
    ["1", "2026-11-23T06:00:00"],
    ["on Friday at 10:00", "2026-11-27T10:00:00"],
  ])("“%s” after a move to “tomorrow at 6”", async (answer, local) => {
    expect(await said("add call mum", "move call mum to tomorrow at 6")).toContain("say which");
    await says(answer);
    const [task] = (await api.as("get", "/tasks")).body.items;
    expect(task.due.local).toBe(local);
  });

  test.each([
    ["remind me to call dad tomorrow", "at 9", "2026-11-23T09:00:00"],
    ["remind me to call dad tomorrow", "on Friday at 9", "2026-11-27T09:00:00"],
    ["remind me to call dad tomorrow at 6", "6pm", "2026-11-23T18:00:00"],
    ["erinnere mich morgen an Papa", "um 9 Uhr", "2026-11-23T09:00:00"],
  ])("“%s”, “%s”", async (asked, answer, local) => {
    await said(asked, answer);
    const [task] = (await api.as("get", "/tasks")).body.items;
    expect(task.due.local).toBe(local);
  });

  test("and where none was, nothing is done", async () => {
    await says("add milk");
    expect(await says("tomorrow at 18:00")).toContain("A time for what?");
    const [task] = (await api.as("get", "/tasks")).body.items;
    expect(task).not.toHaveProperty("due");
  });
});

describe("what it cannot do is said in one sentence", () => {
  test.each([
    ["tell me a joke about tasks", "I did not understand that"],
    ["erzähl mir einen Witz über Aufgaben", "Das habe ich nicht verstanden"],
    ["show urgent tasks", "nothing narrower"],
    ["which tasks are tagged home", "nothing narrower"],
    ["zeig dringende Aufgaben", "nichts Engeres"],
    ["thanks a lot", "You are welcome."],
    ["yes", "I have not asked you anything"],
  ])("“%s”", async (message, answer) => {
    await says("add milk");
    const words = await says(message);
    expect(words).toContain(answer);
    expect(words).not.toContain("\n");
  });

  test("what is not done is open, and what somebody did is done", async () => {
    await said("add milk", "add tea", "milk done");
    expect(await says("what is not done?")).toBe("1 task is open:\n1. tea");
    expect(await says("what did I do today?")).toBe("1 task is done:\n1. milk");
    expect(await says("was habe ich heute erledigt?")).toContain("milk");
    expect(await says("today")).toBe("Nothing is due today.");
  });
});
