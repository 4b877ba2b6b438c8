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

/** Of several tries the one that cost the processor least: what else the machine does makes none cheaper. */
async function costOf(body: string): Promise<number> {
  let least = Infinity;
  for (let n = 0; n < 5; n += 1) {
    const before = process.cpuUsage();
    await readRound(bodyOf([Buffer.from(body)]), reading);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

// Ten times as much would cost a hundred times as much if what came before were read again.
const TEN_TIMES = 10;
const AT_MOST = 40;

test.each<readonly [string, (times: number) => string]>([
  ["braces as words", (times) => said("{".repeat(3_000 * times))],
  ["pairs of braces as words", (times) => said("{}".repeat(1_500 * times))],
  ["thoughts one after the other", (times) => said("<think></think>".repeat(200 * times))],
  ["braces one by one", (times) => said("{").repeat(100 * times)],
  ["ends of objects as arguments", (times) => given("}").repeat(100 * times)],
  ["arguments a letter at a time", (times) => given('{"title":"') + given("}").repeat(100 * times)],
  ["lines of data without an end", (times) => fast("{\n").repeat(2_000 * times)],
  ["lines of data that look whole", (times) => fast("}\n").repeat(2_000 * times)],
  ["lines of nothing known", (times) => "{}x\n".repeat(2_000 * times)],
  ["one long line", (times) => "x".repeat(100_000 * times)],
])("of %s each costs as much as the first", async (_, body) => {
  await readRound(bodyOf([Buffer.from(body(TEN_TIMES))]), reading);
  const one = await costOf(body(1));
  expect(await costOf(body(TEN_TIMES))).toBeLessThan(one * AT_MOST);
});
