import { expect, test } from "@jest/globals";
import { array, assert, asyncProperty, constantFrom, json, nat, oneof, string } from "fast-check";
import { LIMITS, readRound } from "../../../src/outbound/model/read-round.ts";
import { STREAMS } from "./streams/all.ts";

const reading = {
  isTool: (name: string) => ["add_task", "undo"].includes(name),
  limits: { ...LIMITS, idleMs: 50 },
};
const bodyOf = (pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start: (body) => {
      for (const piece of pieces) body.enqueue(piece);
      body.close();
    },
  });
const whole = STREAMS.filter(
  ({ end, status, headers = {} }) => !end && !status && !("content-encoding" in headers),
).map(({ name, pieces = [] }) => ({
  name,
  bytes: Buffer.concat(pieces.map((each) => Buffer.from(each))),
}));

const cutAt = (bytes: Uint8Array, places: readonly number[]): Uint8Array[] => {
  const at = places
    .map((place) => place % (bytes.length + 1))
    .toSorted((one, other) => one - other);
  return [0, ...at].map((from, n) => bytes.subarray(from, at[n] ?? bytes.length));
};

test("wherever the bytes of a stream are split, it comes to the same", async () => {
  const anyStream = constantFrom(...whole);
  const anyPlaces = array(nat(), { maxLength: 12 });
  await assert(
    asyncProperty(anyStream, anyPlaces, async ({ bytes }, places) => {
      const once = await readRound(bodyOf([bytes]), reading);
      expect(await readRound(bodyOf(cutAt(bytes, places)), reading)).toEqual(once);
    }),
    { numRuns: 500 },
  );
});

const anyJunk = array(
  oneof(
    constantFrom(
      "data: ",
      "\n",
      "\r",
      "[DONE]",
      "{",
      "}",
      '"',
      "event: error\n",
      "<think>",
      "{}",
      "```",
    ),
    constantFrom(...whole.map(({ bytes }) => bytes.toString().slice(0, 200))),
    string(),
    json(),
  ),
  { maxLength: 40 },
).map((parts) => Buffer.from(parts.join("")));

test("nothing that a server sends makes it throw or stand still", async () => {
  await assert(
    asyncProperty(anyJunk, async (bytes) => {
      const round = await readRound(bodyOf([bytes]), reading);
      expect(["stop", "calls", "length", "filter", "cut", "error"]).toContain(round.verdict);
    }),
    { numRuns: 500 },
  );
});

const said = (content: string): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
const given = (part: string): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { tool_calls: [{ index: 0, function: { name: "add_task", arguments: part } }] } }] })}\n\n`;
const fast = (part: string): string => "data: ".concat(part);

test.each([
  ["braces as words", said("{".repeat(30_000))],
  ["pairs of braces as words", said("{}".repeat(15_000))],
  ["thoughts one after the other", said("<think></think>".repeat(2_000))],
  ["braces one by one", said("{").repeat(1_000)],
  ["ends of objects as arguments", given("}").repeat(1_000)],
  ["arguments a letter at a time", given('{"title":"') + given("}").repeat(1_000)],
  ["lines of data without an end", fast("{\n").repeat(20_000)],
  ["lines of data that look whole", fast("}\n").repeat(20_000)],
  ["lines of nothing known", "{}x\n".repeat(20_000)],
  ["one long line", "x".repeat(1_000_000)],
])("%s keep nobody waiting", async (_, body) => {
  await readRound(bodyOf([Buffer.from(body)]), reading);
  const before = process.cpuUsage();
  await readRound(bodyOf([Buffer.from(body)]), reading);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(50);
});
