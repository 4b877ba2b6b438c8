import { expect, test } from "@jest/globals";
import { parseJson } from "../src/http/json-bytes.ts";

const MB = 1_048_576;
const mb = (text: string): Buffer => Buffer.from(`["${text.repeat(MB / text.length)}`);

const TRIES = 15;

/** How many times as much processor time it takes to refuse the one as the other: of several tries, in turns, the least of each. */
function costAgainst(one: Buffer, other: Buffer): number {
  const tries = Array.from({ length: TRIES }, () => [one, other].map(msToRefuse));
  const [ofOne, ofOther] = [0, 1].map((at) => Math.min(...tries.map((pair) => pair[at] ?? 0)));
  return (ofOne ?? 0) / (ofOther ?? 0);
}

function msToRefuse(bytes: Buffer): number {
  const before = process.threadCpuUsage();
  expect(() => parseJson(bytes)).toThrow("The body");
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

test.each([
  ["closing brackets", '"]'],
  ["empty strings", '""'],
  ["quotes that do not count", String.raw`\"`],
  ["backslashes", "\\"],
  ["commas", '",'],
  ["spaces", '" '],
  ["numbers", '",1234567'],
  ["letters of three bytes", "\u6f22x"],
])("a megabyte of %s is refused as cheaply as one of text", (_what, text) => {
  expect(costAgainst(mb(text), mb("x"))).toBeLessThan(6);
});
