import { gzipSync } from "node:zlib";
import { type Case, DONE, sse, chunk, says, CALLS, STOP, wellSaid, HELLO, text } from "./a-case.ts";

/** Words, and whatever stands around them. */
export const WORDS: readonly Case[] = [
  text("words", sse(...HELLO, STOP), DONE),
  text("no [DONE]", sse(...HELLO, STOP)),
  text("finish null, then [DONE]", sse(...HELLO), DONE),
  text("no role", sse(...HELLO, STOP), DONE),
  text(
    "the role in each piece",
    sse(
      chunk({ role: "assistant", content: "Hello " }),
      chunk({ role: "assistant", content: "there" }),
      STOP,
    ),
    DONE,
  ),
  text("comments", ": here I am\n\n", sse(...HELLO), ": still here\n\n", sse(STOP), DONE),
  text(
    "the cost, without choices",
    sse(...HELLO, STOP, { choices: [], usage: { total_tokens: 7 } }),
    DONE,
  ),
  text("choices null", sse({ choices: null }, ...HELLO, STOP), DONE),
  text(
    "choices empty first",
    sse({ choices: [], prompt_filter_results: [] }, ...HELLO, STOP),
    DONE,
  ),
  text(
    "a delta missing at the end",
    sse(...HELLO, { choices: [{ index: 0, finish_reason: "stop" }] }),
    DONE,
  ),
  text("a delta null", sse(chunk(null), ...HELLO, STOP), DONE),
  text(
    "<think> in the words",
    sse(
      says("<thi"),
      says("nk>I could say goodbye</th"),
      says("ink>\n\nHello "),
      says("there"),
      STOP,
    ),
    DONE,
  ),
  text(
    "words as parts",
    sse(
      says([
        { type: "thinking", thinking: [] },
        { type: "text", text: "Hello " },
      ]),
      says([{ type: "text", text: "there" }]),
      STOP,
    ),
    DONE,
  ),
  text("reasoning_content", sse(chunk({ reasoning_content: "hm" }), ...HELLO, STOP), DONE),
  text("reasoning", sse(chunk({ reasoning: "hm", content: "" }), ...HELLO, STOP), DONE),
  text("a refusal", sse(chunk({ refusal: "Hello there" }), STOP), DONE),
  text("an unknown finish", sse(...HELLO, chunk({}, "eos")), DONE),
  text("finish tool_calls without a call", sse(...HELLO, CALLS), DONE),
  text("events after [DONE]", sse(...HELLO), DONE, sse(says(" and more"))),
  text("CRLF", sse(...HELLO, STOP).replaceAll("\n", "\r\n"), DONE),
  text("CR only", sse(...HELLO, STOP).replaceAll("\n", "\r"), DONE),
  text("no space behind data:", sse(...HELLO, STOP).replaceAll("data: ", "data:"), DONE),
  text("one end of line between events", sse(...HELLO, STOP).replaceAll("\n\n", "\n"), DONE),
  text("a byte order mark", `\uFEFF${sse(...HELLO, STOP)}`, DONE),
  text(
    "data over several lines",
    sse(...HELLO, STOP).replaceAll(',"choices"', ',\ndata: "choices"'),
    DONE,
  ),
  text("a byte at a time", ...Array.from(sse(...HELLO, STOP)), DONE),
  text(
    "one object a line, and no events",
    sse(...HELLO, STOP)
      .replaceAll("data: ", "")
      .replaceAll("\n\n", "\n"),
  ),
  text("other fields of events", `id: 1\nretry: 5\nevent: message\n${sse(...HELLO, STOP)}`, DONE),
  {
    ...text("another content-type", sse(...HELLO, STOP), DONE),
    headers: { "content-type": "application/json" },
  },
  {
    ...text(
      "a whole answer, not a stream",
      JSON.stringify(
        { choices: [{ message: { content: "Hello there" }, finish_reason: "stop" }] },
        undefined,
        2,
      ),
    ),
    headers: { "content-type": "application/json" },
  },
  { ...text("open after [DONE]", sse(...HELLO, STOP), DONE), end: "open" },
  { ...text("open after the end, no [DONE]", sse(...HELLO, STOP)), end: "open" },
  {
    name: "gzip",
    headers: { "content-encoding": "gzip" },
    pieces: [gzipSync(sse(...HELLO, STOP))],
    ...wellSaid,
  },
  {
    name: "letters of several bytes, a byte at a time",
    pieces: [...Buffer.from(sse(says("Grüße 🥛"), STOP))].map((byte) => Uint8Array.of(byte)),
    verdict: "stop",
    text: "Grüße 🥛",
  },
  {
    name: "half a letter in each piece",
    pieces: [sse(says("\uD83E"), says("\uDD5B"), STOP)],
    verdict: "stop",
    text: "🥛",
  },
];
