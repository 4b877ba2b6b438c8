import { expect, test } from "@jest/globals";
import { commandOf } from "../src/command.ts";

const TOPIC = "todo.tasks.events";
const parse = (line: string) => commandOf(line === "" ? [] : line.split(" "));

test("without a word the topics are listed", () => {
  expect(parse("")).toEqual({ task: "list", asJson: false });
  expect(parse("list --json")).toEqual({ task: "list", asJson: true });
});

test("letters are shown by filters and pages", () => {
  expect(
    parse(
      `show ${TOPIC} --user ada --since 2026-11-27T09:00:00Z --limit 5 --after 1764234000000/1/42`,
    ),
  ).toMatchObject({
    task: "show",
    place: { topic: TOPIC },
    filter: { user: "ada", since: new Date("2026-11-27T09:00:00Z") },
    limit: 5,
    after: { time: 1_764_234_000_000, partition: 1, offset: 42 },
  });
});

test("a topic is known by the name of its dead letters, too", () => {
  expect(parse(`show ${TOPIC}.dlq`)).toMatchObject({ place: { topic: TOPIC } });
});

test("a replay is of what is named, at its pace; all of it only when that is said", () => {
  expect(parse(`replay ${TOPIC} --id x --rate 10 --dry-run`)).toMatchObject({
    filter: { id: "x" },
    perSecond: 10,
    isDry: true,
  });
  expect(parse(`replay ${TOPIC} --all`)).toMatchObject({ perSecond: 50, isDry: false });
});

test.each([
  ["a word that is none", "burn", /There is no "burn"[^]*make dlq/],
  ["a topic that is none", "show todo.cats", /no topic "todo.cats", only todo.tasks.events/],
  ["no topic", "show", /Say which topic/],
  ["two topics", `show ${TOPIC} ${TOPIC}`, /Say which topic/],
  ["a topic to list", `list ${TOPIC}`, /takes no topic/],
  ["an option of another task", `show ${TOPIC} --rate 5`, /--rate/],
  ["a time that is none", `show ${TOPIC} --since soon`, /--since: give a time/],
  ["a place that is none", `show ${TOPIC} --letter 5`, /--letter: give PARTITION/],
  ["a page that is too long", `show ${TOPIC} --limit 501`, /--limit: give 1 to 500/],
  ["a rate of nothing", `replay ${TOPIC} --all --rate 0`, /--rate: give 1 to 1000/],
  ["a replay of nobody knows what", `replay ${TOPIC}`, /Say which letters/],
  ["a replay of all and of some", `replay ${TOPIC} --all --id x`, /Say which letters/],
])("%s is refused, and why", (_, line, why) => {
  expect(() => parse(line)).toThrow(why);
});
