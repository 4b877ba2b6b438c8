import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const asked = (name: string, value: string) =>
  api.titles(`?${new URLSearchParams({ [name]: value }).toString()}`);

test("a search takes no notice of case, points, width and what nobody sees", async () => {
  const titles = [
    "Straße kehren",
    "can\u00adcel it",
    "ＢＵＹ eggs",
    "קְרִיאָה",
    "明日牛乳を買う",
    "learn c++",
  ];
  for (const title of titles) await api.addTask({ title });
  for (const [at, query] of ["STRASSE", "cancel", "buy", "קריאה", "牛乳", "C++"].entries())
    expect(await asked("query", query)).toEqual([titles[at]]);
});

test("a tag is found in any spelling", async () => {
  await api.addTask({ title: "a", tags: ["Gemüse"] });
  await api.addTask({ title: "b", tags: ["c++"] });
  expect(await asked("tag", "GEMUSE")).toEqual(["a"]);
  expect(await asked("tag", "C++")).toEqual(["b"]);
  expect(await asked("tag", "c")).toEqual([]);
});

test("titles sort as people sort them, and page by page as well", async () => {
  const sorted = ["…", "10", "Ærø", "Ähre", "øl", "Zoo", "ёлка", "яма", "אבא", "牛乳"];
  for (const title of sorted.toReversed()) await api.addTask({ title });
  expect(await api.titles("?sort=title")).toEqual(sorted);
  expect(await api.titles("?sort=-title")).toEqual(sorted.toReversed());
  const first = await api.as("get", "/tasks?sort=title&limit=4").expect(200);
  const rest = await api.titles(`?sort=title&cursor=${first.body.next_cursor}`);
  expect(rest).toEqual(sorted.slice(4));
});

test("a title that is as long as it may be in any writing is a place in a list", async () => {
  for (const title of ["한".repeat(200), "😀".repeat(200)]) await api.addTask({ title });
  const first = await api.as("get", "/tasks?sort=title&limit=1").expect(200);
  const query = `?sort=title&cursor=${first.body.next_cursor}`;
  expect(await api.titles(query)).toEqual(["한".repeat(200)]);
});
