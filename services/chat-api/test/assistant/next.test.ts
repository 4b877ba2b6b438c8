import { expect, test } from "@jest/globals";
import { aChatApi } from "../a-chat-api.ts";

// It is Sunday 22 November 2026, a quarter past eleven in Rome.
test.each([
  ["what's next?", "1 is done"],
  ["what is up next", "1 is done"],
  ["what do I have to do next", "1 is done"],
  ["was kommt als Nächstes?", "1 ist erledigt"],
])(
  "“%s” shows what is open, first what is due first, and a number is an answer",
  async (ask, first) => {
    const api = await aChatApi();
    const says = api.talk();
    await says("add read");
    await says("add pay rent on Friday");
    await says("add dentist on Tuesday at 15:00");
    const [, ...lines] = (await says(ask)).split("\n");
    expect(lines.map((line) => line.replace(/ \(.*$/, ""))).toEqual([
      "1. dentist",
      "2. pay rent",
      "3. read",
    ]);
    await says(first);
    expect(await api.titles("?status=open&sort=due")).toEqual(["pay rent", "read"]);
  },
);
