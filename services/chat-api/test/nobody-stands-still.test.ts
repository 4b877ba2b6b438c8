import { beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import { atomically } from "@todo-mesh/state";
import { aChatApi, type ChatApi } from "./a-chat-api.ts";
import { ADA, aTask } from "./a-task.ts";
import { longestStretch } from "./longest-stretch.ts";

// On a busy machine ten times as long.
jest.setTimeout(120_000);

// Before, these took seconds at a stretch. It is some 20 ms, and on a busy machine a collection of garbage may take ten
// times as long.
const MOST_MS = 300;

const FDFA = "\ufdfa";
const MANY = 3_000;
const IN_ONE_COMMIT = 100;

/** A long list. */
async function withList(
  taskOf: (n: number) => Partial<Omit<Task, "due">>,
  count = MANY,
): Promise<ChatApi> {
  const api = await aChatApi();
  for (let from = 0; from < count; from += IN_ONE_COMMIT)
    await atomically(api.rows, async (tx) => {
      const book = await api.tasks.change(tx, ADA);
      for (let n = from; n < from + IN_ONE_COMMIT; n += 1) book.put(aTask(taskOf(n)));
    });
  return api;
}

const letters = (count: number): string =>
  Array.from({ length: count }, (_, n) => String.fromCodePoint(97 + (n % 26))).join(" ");

const plain = (n: number) => ({ title: `${letters(90)} ${n}`, tags: ["home", `tag ${n % 7}`] });

describe("others have their turn while one person, of thousands of tasks,", () => {
  let api: ChatApi;
  beforeAll(async () => {
    api = await withList((n) => (n % 2 === 0 ? plain(n) : { title: `${FDFA.repeat(190)} ${n}` }));
  });

  test.each([
    ["a sign of eighteen letters", `complete ${FDFA.repeat(7_990)}`],
    ["the same, as long as a title", `complete ${FDFA.repeat(200)}`],
    ["many words", `complete ${letters(95)} zz`],
    ["commas", `add ${",".repeat(7_990)} x`],
    ["commas, as many as are read", `add ${",".repeat(490)} x`],
    ["stops", `${"!".repeat(7_990)}x`],
    ["spaces", `done${" ".repeat(7_980)}with x`],
    ["combining marks", `delete a${"\u0301".repeat(7_980)}`],
    ["pictures", `delete ${"\u{1f600}".repeat(3_900)}`],
    ["lines", `add milk\n${"add bread\n".repeat(700)}`],
    ["times", `add x ${"monday at 6 ".repeat(660)}`],
    ["verbs", `mark ${"as done ".repeat(990)}`],
    ["a question for the list", "list"],
    ["a question for what is done", "what is done"],
    ["a question for what is overdue", "what is overdue"],
  ])("says %s", async (_, message) => {
    expect(await longestStretch(() => api.say(message).expect(200))).toBeLessThan(MOST_MS);
  });

  test.each([
    "sort=created",
    "sort=-updated",
    "sort=due",
    "sort=priority",
    "sort=title",
    "sort=-title",
    "query=zebra",
    `query=${encodeURIComponent(letters(95))}`,
    `query=${encodeURIComponent(FDFA.repeat(200))}&sort=title`,
    `tag=${Array.from({ length: 20 }, (__, n) => encodeURIComponent(FDFA.repeat(37) + n)).join("&tag=")}`,
    "due_after=2026-01-01T00:00:00Z&due_before=2027-01-01T00:00:00Z&status=open",
    "status=trash",
  ])("asks for list %#", async (query) => {
    const asked = () => api.as("get", `/tasks?limit=200&${query}`).expect(200);
    expect(await longestStretch(asked)).toBeLessThan(MOST_MS);
  });

  test("completes a hundred of them at once", async () => {
    const { body } = await api.as("get", "/tasks?limit=100").expect(200);
    const operations = body.items.map(({ id }: Task) => ({ op: "complete", id }));
    const batch = () => api.as("post", "/tasks/batch").send({ operations }).expect(200);
    expect(await longestStretch(batch)).toBeLessThan(MOST_MS);
  });
});

describe("others have their turn while one person, of notes as long as can be,", () => {
  const notes = FDFA.repeat(4_000);
  const tags = Array.from({ length: 20 }, (_, n) => FDFA.repeat(38) + n);
  let api: ChatApi;
  beforeAll(async () => {
    const full = await withList((n) => ({ title: `task ${n}`, notes, tags }), 300);
    api = await aChatApi(full);
  });

  test.each(["sort=created", "query=zebra", "query=zebra%20again", "tag=none", "sort=title"])(
    "asks for %s",
    async (query) => {
      const asked = () => api.as("get", `/tasks?${query}`).expect(200);
      expect(await longestStretch(asked)).toBeLessThan(MOST_MS);
    },
  );
});
