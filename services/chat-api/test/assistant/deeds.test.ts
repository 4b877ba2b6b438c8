import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
let says: (message: string) => Promise<string>;
beforeEach(async () => {
  api = await aChatApi();
  says = api.talk();
});
const open = async (): Promise<string[]> => api.titles("?status=open");
const done = async (): Promise<string[]> => api.titles("?status=done");

describe("what was done completes the task that wishes for it", () => {
  test.each([
    ["buy milk", "I bought milk"],
    ["milk", "I bought the milk"],
    ["buy milk", "I've just bought milk."],
    ["call mum", "I called mum"],
    ["pay my taxes", "I have paid my taxes today"],
    ["mop the floor", "I mopped the floor"],
    ["tidy up the attic", "I already tidied up the attic"],
    ["bake a cake", "I baked a cake yesterday"],
    ["pick up the parcel", "I picked up the parcel"],
  ])("“%s”: “%s”", async (title, sentence) => {
    await api.addTask({ title });
    await api.addTask({ title: "drink milk" });
    expect(await says(sentence)).toBe(`I marked “${title}” as done.`);
    expect(await open()).toEqual(["drink milk"]);
    await says("undo");
    expect(await open()).toEqual([title, "drink milk"]);
  });

  test.each([
    ["Milch kaufen", "ich habe Milch gekauft"],
    ["Milch", "Ich habe die Milch gekauft."],
    ["Mama anrufen", "ich hab gerade Mama angerufen"],
    ["Müll rausbringen", "ich habe den Müll rausgebracht"],
    ["Rechnung bezahlen", "ich habe die Rechnung schon bezahlt"],
    ["Brief an Oma schreiben", "ich habe den Brief an Oma geschrieben"],
    ["Hemden bügeln", "ich habe die Hemden gebügelt"],
    ["Fahrrad reparieren", "ich habe gestern das Fahrrad repariert"],
    ["Paket abholen", "ich habe das Paket abgeholt"],
  ])("„%s“: „%s“", async (title, sentence) => {
    await api.addTask({ title });
    await api.addTask({ title: "Milch trinken" });
    expect(await says(sentence)).toBe(`„${title}“ ist erledigt.`);
    expect(await open()).toEqual(["Milch trinken"]);
  });

  test("the open one of those that are bought each week", async () => {
    for (const _ of [1, 2]) {
      await says("add milk");
      expect(await says("I bought milk")).toBe("I marked “milk” as done.");
    }
    expect(await done()).toEqual(["milk", "milk"]);
  });

  test("“it” is what was spoken of last", async () => {
    await says("add milk");
    expect(await says("I bought it")).toBe("I marked “milk” as done.");
  });

  test("each of several", async () => {
    await says("add buy milk");
    await says("add call mum");
    expect(await says("I bought milk. I called mum.")).toBe(
      "I marked “buy milk” as done.\nI marked “call mum” as done.",
    );
  });
});

describe("where that is not sure, nothing is done", () => {
  test("to what has the thing and another verb: it is asked about", async () => {
    await says("add sell the milk");
    expect(await says("I bought milk")).toBe(
      "I find no task called “buy milk”. Do you mean “sell the milk”?",
    );
    expect(await done()).toEqual([]);
  });

  test("of two that fit it is asked which one, and the number is the answer", async () => {
    await says("add buy milk for mum");
    await says("add buy milk for Tim");
    expect(await says("I bought milk")).toContain("Several tasks fit “buy milk”:");
    expect(await says("2")).toBe("I marked “buy milk for Tim” as done.");
    expect(await open()).toEqual(["buy milk for mum"]);
  });

  test.each([
    ["I moved the sofa", "I find no task called “move the sofa”. Say “list” to see them all."],
    ["I bought a house", "I find no task called “buy a house”. Say “list” to see them all."],
    [
      "ich habe ein Haus gekauft",
      "Ich finde keine Aufgabe namens „ein Haus kaufen“. Sag „Liste“, um alle zu sehen.",
    ],
  ])("“%s” about nothing on the list", async (sentence, answer) => {
    expect(await says(sentence)).toBe(answer);
  });

  test.each([
    "I need milk",
    "I wanted milk",
    "I did not buy milk",
    "I never bought milk",
    "I bought no milk",
    "ich habe keine Milch gekauft",
    "ich habe die Milch nicht gekauft",
    "ich habe Milch",
  ])("“%s” tells of no deed", async (sentence) => {
    await api.addTask({ title: "buy milk" });
    await api.addTask({ title: "Milch kaufen" });
    await says(sentence);
    expect(await open()).toHaveLength(2);
  });
});
