import { expect, test } from "@jest/globals";
import { SOURCES } from "@todo-mesh/contracts/events";
import { type Filter, isMeant } from "../src/filter.ts";
import { letterOf } from "../src/letter.ts";
import { note } from "../src/list.ts";
import { createPage } from "../src/page.ts";
import { messageOf } from "../src/replay.ts";
import { plain } from "../src/say.ts";
import { PLACES } from "../src/topics.ts";
import { aLetter } from "./a-letter.ts";

const at = (time: string) => new Date(`2026-11-27T${time}:00Z`);
const message = (value: string, headers: Record<string, string> = {}) => ({
  key: Buffer.from("ada"),
  value: Buffer.from(value),
  timestamp: "1764234000000",
  attributes: 0,
  offset: "7",
  headers,
});

test("every topic of the contracts has a place for its dead letters", () => {
  expect(PLACES).toEqual(Object.keys(SOURCES).map((topic) => ({ topic, letters: `${topic}.dlq` })));
});

test("a letter says what its headers and its event say", () => {
  const letter = letterOf(
    2,
    message('{"id":"e","type":"t"}', { dead_letter_kind: "bug", dead_letter_cut: "true" }),
  );
  expect(letter).toMatchObject({ partition: 2, offset: "7", key: "ada", id: "e", type: "t" });
  expect(letter).toMatchObject({ kind: "bug", isCut: true });
});

test.each(["not JSON", "[1]", "7", '{"id":7}'])("a letter whose body is %s has no id", (body) => {
  expect(letterOf(0, message(body))).toMatchObject({ id: undefined, kind: "unknown" });
});

test.each<[string, Filter, Filter]>([
  ["where it lies", { letter: "1/42" }, { letter: "1/4" }],
  ["its event's id", { id: "an-event" }, { id: "another" }],
  ["its event's type", { type: "todo.task.created.v1" }, { type: "todo.task.created" }],
  ["its person", { user: "ada" }, { user: "ad" }],
  ["its kind", { kind: "invalid" }, { kind: "bug" }],
  ["since when", { since: at("09:00") }, { since: at("09:01") }],
  ["until when", { until: at("09:01") }, { until: at("09:00") }],
  ["all that is asked", { user: "ada", kind: "invalid" }, { user: "ada", kind: "bug" }],
])("a filter goes by %s", (_, meant, other) => {
  expect([isMeant(aLetter(), meant), isMeant(aLetter(), other)]).toEqual([true, false]);
});

test("a letter without an id is not meant by one", () => {
  expect(isMeant(aLetter({ id: undefined }), { id: "an-event" })).toBe(false);
  expect(isMeant(aLetter({ id: undefined }), {})).toBe(true);
});

test("pages hold the oldest first, each letter once, in whatever order they are read", () => {
  const all = [4, 1, 3, 0, 2].map((n) =>
    aLetter({ partition: n % 2, offset: String(n), time: at(n < 2 ? "09:00" : `09:0${n}`) }),
  );
  const seen: string[] = [];
  let after;
  for (let more: string | undefined = ""; more !== undefined;) {
    const page = createPage(2, after);
    all.forEach((letter) => page.add(letter));
    seen.push(...page.letters().map(({ offset }) => offset));
    more = page.next();
    const [time = 0, partition = 0, offset = 0] = (more ?? "").split("/").map(Number);
    after = { time, partition, offset };
  }
  expect(seen).toEqual(["0", "1", "2", "3", "4"]);
});

test("the figures of a topic are its count, its ends and its kinds", () => {
  const summary = { count: 0, kinds: {} };
  note(summary, aLetter({ time: at("10:00") }));
  note(summary, aLetter({ time: at("08:00"), kind: "bug" }));
  note(summary, aLetter());
  expect(summary).toEqual({
    count: 3,
    oldest: at("08:00").toISOString(),
    newest: at("10:00").toISOString(),
    kinds: { invalid: 2, bug: 1 },
  });
});

test("what is replayed is as it came, under its key and in its place, without what made it a dead letter", () => {
  const headers = { dead_letter_kind: "bug", dead_letter_reason: "why", own: "kept" };
  const letter = aLetter({ headers, body: Buffer.from([0xff, 0]) });
  expect(messageOf(letter, "t.dlq", true)).toEqual({
    key: "ada",
    value: Buffer.from([0xff, 0]),
    partition: 1,
    headers: { own: "kept", replayed_from: "t.dlq/1/42" },
  });
  expect(messageOf(letter, "t.dlq", false)).not.toHaveProperty("partition");
  expect(messageOf(aLetter({ key: undefined }), "t.dlq", true).key).toBeNull();
});

test("what a sender wrote does not steer a terminal", () => {
  expect(plain("a\u001B[2Jb\u202Ec")).toBe("a\\u{1b}[2Jb\\u{202e}c");
});
