import { expect, test } from "@jest/globals";
import { currentTraceId, currentTraceparent, withTrace } from "../src/index.ts";

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN = "00f067aa0ba902b7";
const seenIn = (header?: string): string => withTrace(header, () => currentTraceparent()) ?? "";

test("outside of one there is none", () => {
  expect(currentTraceparent()).toBeUndefined();
  expect(currentTraceId()).toBeUndefined();
});

test("what comes in with a trace goes on in it, as a step of its own", () => {
  const seen = seenIn(`00-${TRACE}-${SPAN}-01`);
  expect(seen).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
  expect(seen).not.toContain(SPAN);
});

test("what was not sampled stays so, and flags of later versions are not passed on", () => {
  expect(seenIn(`00-${TRACE}-${SPAN}-00`)).toMatch(/-00$/);
  expect(seenIn(`00-${TRACE}-${SPAN}-ff`)).toMatch(/-01$/);
  expect(seenIn(`00-${TRACE}-${SPAN}-fe`)).toMatch(/-00$/);
});

test("a later version is read as far as this one knows it", () => {
  expect(seenIn(`cc-${TRACE}-${SPAN}-01-what-is-to-come`)).toMatch(new RegExp(`^00-${TRACE}-`));
});

test.each([
  undefined,
  "",
  "nonsense",
  `ff-${TRACE}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-01-more`,
  `00-${TRACE}-${SPAN}`,
  `00-${"0".repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${"0".repeat(16)}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `0-${TRACE}-${SPAN}-01`,
  "x".repeat(100_000),
])("%.60s begins a new trace", (header) => {
  expect(seenIn(header)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(seenIn(header)).not.toContain(TRACE);
});

const idLater = async () => {
  const before = currentTraceId();
  await new Promise((resolve) => setImmediate(resolve));
  return [before, currentTraceId()];
};

test("it lasts through whatever is awaited, and two at once do not mix", async () => {
  const [one, other] = await Promise.all([
    withTrace(undefined, idLater),
    withTrace(undefined, idLater),
  ]);
  expect(one[0]).toBe(one[1]);
  expect(one[0]).not.toBe(other[0]);
});
