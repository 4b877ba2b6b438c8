import {
  type Case,
  ARGS,
  DONE,
  sse,
  chunk,
  says,
  piece,
  fn,
  CALLS,
  STOP,
  wellCalled,
  HELLO,
  fails,
} from "./a-case.ts";

/** How a stream may end. */
const whole = {
  choices: [{ message: { tool_calls: [fn(ARGS, { id: "a" })] }, finish_reason: "tool_calls" }],
};
export const ENDS: readonly Case[] = [
  {
    name: "a whole answer with a call",
    headers: { "content-type": "application/json" },
    pieces: [JSON.stringify(whole)],
    ...wellCalled,
  },
  {
    name: "a clean end with the arguments whole",
    pieces: [sse(piece(fn(ARGS, { index: 0, id: "a" })))],
    ...wellCalled,
  },
  {
    name: "a clean end in the arguments",
    pieces: [sse(piece(fn('{"title":', { index: 0, id: "a" })))],
    verdict: "cut",
  },
  {
    name: "arguments that stop, and an end",
    pieces: [sse(piece(fn('{"title":', { index: 0, id: "a" })), CALLS), DONE],
    verdict: "cut",
  },
  {
    name: "a clean end in the words",
    pieces: [sse(...HELLO)],
    verdict: "cut",
    text: "Hello there",
  },
  {
    name: "a connection that breaks",
    pieces: [sse(...HELLO)],
    end: "broken",
    verdict: "cut",
    text: "Hello there",
  },
  {
    name: "length",
    pieces: [sse(...HELLO, chunk({}, "length")), DONE],
    verdict: "length",
    text: "Hello there",
  },
  {
    name: "a filter",
    pieces: [sse(...HELLO, chunk({}, "content_filter")), DONE],
    verdict: "filter",
    text: "Hello there",
  },
  {
    name: "a stall after the first piece",
    pieces: [sse(...HELLO)],
    end: "open",
    verdict: "stall",
    text: "Hello there",
  },
  { name: "a stall before anything", end: "silent", verdict: "stall" },
  {
    name: "a line of bad JSON",
    pieces: [sse(says("Hello ")), 'data: {"choices": [\n\n', sse(STOP), DONE],
    verdict: "error",
  },
  fails("an error first", 'data: {"error":{"message":"no"}}\n\n', DONE),
  fails("an error in the middle", sse(...HELLO), 'data: {"error":{"message":"no"}}\n\n'),
  fails("an error as a string", 'data: {"error":"no"}\n\n'),
  fails("event: error", "event: error\ndata: no such model\n\n"),
  fails("event: error in JSON", 'event: error\ndata: {"detail":"no"}\n\n'),
  fails("object: error", 'data: {"object":"error","message":"no"}\n\n'),
  fails("finish error", sse(...HELLO, chunk({}, "error")), DONE),
  fails("only [DONE]", DONE),
  fails("an empty body"),
  {
    ...fails("200 and an error in JSON", '{"error": {"message": "no"}}'),
    headers: { "content-type": "application/json" },
  },
  {
    ...fails("200 and a page", "<html>\n<body>Sign in</body>\n</html>"),
    headers: { "content-type": "text/html" },
  },
  { ...fails("401", '{"error":{}}'), status: 401 },
  { ...fails("404", '{"error":{}}'), status: 404 },
  { ...fails("429 for an hour", "{}"), status: 429, headers: { "retry-after": "3600" } },
  { ...fails("500 and a page", "<html></html>"), status: 500 },
  { ...fails("a redirect"), status: 302, headers: { location: "http://127.0.0.1:9/v1" } },
];
