import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";

let api: ChatApi;
const at = (local: string) => ({ local, timezone: "Europe/Rome" });
beforeEach(async () => {
  api = await aChatApi();
  await api.addTask({ title: "b", priority: "low", tags: ["Home"], due: at("2026-12-03T08:00") });
  api.clock.advance(1_000);
  await api.addTask({ title: "Ä", tags: ["home", "garden"] });
  api.clock.advance(1_000);
  await api.addTask({
    title: "c",
    priority: "urgent",
    due: { date: "2026-12-03", timezone: "Europe/Rome" },
  });
  api.clock.advance(1_000);
  await api.addTask({ title: "d", priority: "high", due: at("2026-12-02T08:00") });
});

test.each([
  ["created", ["b", "Ä", "c", "d"]],
  ["-created", ["d", "c", "Ä", "b"]],
  ["due", ["d", "c", "b", "Ä"]],
  ["-due", ["b", "c", "d", "Ä"]],
  ["priority", ["c", "d", "b", "Ä"]],
  ["-priority", ["b", "d", "c", "Ä"]],
  ["title", ["Ä", "b", "c", "d"]],
  ["-title", ["d", "c", "b", "Ä"]],
  ["updated", ["b", "Ä", "c", "d"]],
  ["-updated", ["d", "c", "Ä", "b"]],
])("sorted by %s, in whole and page by page", async (sort, titles) => {
  expect(await api.titles(`?sort=${sort}`)).toEqual(titles);
  const paged: string[] = [];
  let cursor = "";
  do {
    const { body } = await api.as("get", `/tasks?sort=${sort}&limit=1${cursor}`).expect(200);
    paged.push(...body.items.map(({ title }: { title: string }) => title));
    cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : "";
  } while (cursor !== "");
  expect(paged).toEqual(titles);
});

test("what is left alone is on exactly one page, however the others move about", async () => {
  const first = await api.as("get", "/tasks?sort=due&limit=2").expect(200);
  const [d] = first.body.items;
  await api
    .as("patch", `/tasks/${d.id}`)
    .send({ due: at("2026-12-30T08:00") })
    .expect(200);
  await api.addTask({ title: "new", due: at("2026-12-01T08:00") });
  const rest = await api.titles(`?sort=due&cursor=${first.body.next_cursor}`);
  expect(rest).toEqual(["b", "d", "Ä"]);
});

describe("filters", () => {
  test.each([
    ["priority=urgent", ["c"]],
    ["priority=urgent&priority=low", ["b", "c"]],
    ["tag=HOME", ["b", "Ä"]],
    ["tag=home&tag=garden", ["Ä"]],
    ["due_before=2026-12-02T23:00:00Z", ["d"]],
    ["due_after=2026-12-02T23:00:00Z", ["b", "c"]],
    ["query=gard", ["Ä"]],
    ["query=a", ["Ä"]],
    ["status=done", []],
  ])("%s", async (query, titles) => {
    expect(await api.titles(`?${query}`)).toEqual(titles);
  });

  test.each([
    ["priority=highest", "priority.0"],
    ["tag=", "tag.0"],
    ["tag=a,b", "tag.0"],
    ["sort=size", "sort"],
    ["status=deleted", "status"],
  ])("%s is refused, and the field is named", async (query, field) => {
    expect(fieldsOf(await api.as("get", `/tasks?${query}`).expect(400))).toContain(field);
  });
});

test("a cursor of another sort is refused, and told apart from nonsense", async () => {
  const { body } = await api.as("get", "/tasks?sort=due&limit=1").expect(200);
  const other = await api.as("get", `/tasks?sort=title&cursor=${body.next_cursor}`).expect(400);
  expect(other.body.detail).toContain("sorted by due");
  expect(fieldsOf(await api.as("get", "/tasks?cursor=bm9uc2Vuc2U").expect(400))).toEqual([
    "cursor",
  ]);
});
