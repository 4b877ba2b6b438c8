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
  ["completed", ["b", "Ä", "c", "d"]],
  ["-completed", ["d", "c", "Ä", "b"]],
])("sorted by %s, in whole and page by page", async (sort, titles) => {
  expect(await api.titles(`?sort=${sort}`)).toEqual(titles);
  expect(await pagedBy(`sort=${sort}`)).toEqual(titles);
});

async function pagedBy(query: string): Promise<string[]> {
  const paged: string[] = [];
  let cursor = "";
  do {
    const { body } = await api.as("get", `/tasks?${query}&limit=1${cursor}`).expect(200);
    paged.push(...body.items.map(({ title }: { title: string }) => title));
    cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : "";
  } while (cursor !== "");
  return paged;
}

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
    ["due=none", ["Ä"]],
    ["due=none&due_after=2026-12-02T23:00:00Z", []],
    ["overdue=true", []],
    ["overdue=false", ["b", "Ä", "c", "d"]],
    ["completed_after=2020-01-01T00:00:00Z", []],
  ])("%s", async (query, titles) => {
    expect(await api.titles(`?${query}`)).toEqual(titles);
  });

  test.each([
    ["priority=highest", "priority.0"],
    ["tag=", "tag.0"],
    ["tag=a,b", "tag.0"],
    ["sort=size", "sort"],
    ["status=deleted", "status"],
    ["due=some", "due"],
    ["overdue=yes", "overdue"],
    ["completed_after=yesterday", "completed_after"],
    ["completed_before=2026-12-02", "completed_before"],
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

describe("of what was done", () => {
  const daily = { rule: "FREQ=DAILY", start: "2026-11-23T08:00", timezone: "Europe/Rome" };
  const times: string[] = [];
  beforeEach(async () => {
    times.length = 0;
    await api.addTask({ title: "series", repeat: daily });
    // The series is done between the two: it is open still, and done when it was last.
    for (const title of ["c", "series", "b"]) {
      api.clock.advance(60_000);
      const { items } = (await api.as("get", `/tasks?query=${title}`)).body;
      await api.as("post", `/tasks/${items[0].id}/complete`).expect(200);
      times.push(api.clock.now().toISOString());
    }
  });

  test.each([
    ["sort=completed", ["c", "series", "b", "Ä", "d"]],
    ["sort=-completed", ["b", "series", "c", "d", "Ä"]],
    ["sort=-completed&status=done", ["b", "series", "c"]],
    ["sort=-completed&status=open", ["series", "d", "Ä"]],
    ["sort=completed&completed_after=1", ["series", "b"]],
    ["sort=completed&completed_before=1", ["c"]],
    ["sort=completed&completed_after=1&completed_before=2", ["series"]],
    ["sort=completed&completed_before=0", []],
  ])("%s, in whole and page by page", async (query, titles) => {
    const asked = query.replaceAll(
      /_(after|before)=(\d)/g,
      (_all, way, n) => `_${way}=${times[n]}`,
    );
    expect(await api.titles(`?${asked}`)).toEqual(titles);
    expect(await pagedBy(asked)).toEqual(titles);
  });
});

describe("overdue", () => {
  test("is what is open, and whose time or all of whose day is over", async () => {
    const titles = (query: string) => api.titles(`?sort=due&${query}`);
    api.clock.advance(Date.parse("2026-12-03T07:00:00.001Z") - api.clock.now().getTime());
    expect(await titles("overdue=true")).toEqual(["d", "b"]);
    expect(await titles("overdue=false")).toEqual(["c", "Ä"]);
    const { items } = (await api.as("get", "/tasks?query=d")).body;
    await api.as("post", `/tasks/${items[0].id}/complete`).expect(200);
    expect(await titles("overdue=true")).toEqual(["b"]);
    api.clock.advance(Date.parse("2026-12-03T23:00:00Z") - api.clock.now().getTime());
    expect(await titles("overdue=true")).toEqual(["c", "b"]);
  });
});
