import { expect, test } from "@jest/globals";
import { parseJson } from "../src/http/json-bytes.ts";

const MB = 1_048_576;
const mb = (text: string): Buffer => Buffer.from(`["${text.repeat(MB / text.length)}`);

/** Milliseconds of processor time that it takes to refuse these bytes, of several tries the least. */
function costOf(bytes: Buffer): number {
  const tries = Array.from({ length: 9 }, () => {
    const before = process.threadCpuUsage();
    expect(() => parseJson(bytes)).toThrow("The body");
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...tries);
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
  expect(costOf(mb(text))).toBeLessThan(4 * costOf(mb("x")));
});
