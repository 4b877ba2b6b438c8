import {
  type Case,
  MILK,
  ARGS,
  chunk,
  says,
  piece,
  fn,
  rest,
  CALLS,
  call,
  twice,
} from "./a-case.ts";

/** Calls that come in odd places, twice, or with others. */
export const MORE_CALLS: readonly Case[] = [
  call(
    "the same call twice",
    piece(fn(ARGS, { index: 0, id: "a" })),
    piece(fn(ARGS, { index: 1, id: "a" })),
  ),
  call(
    "the same call twice under two ids",
    piece(fn(ARGS, { index: 0, id: "a" })),
    piece(fn(ARGS, { index: 1, id: "b" })),
  ),
  call(
    "the call in a message",
    chunk(undefined, "tool_calls", { message: { tool_calls: [fn(ARGS, { id: "a" })] } }),
  ),
  call(
    "a legacy function_call",
    chunk({ function_call: { name: "add_task", arguments: '{"title":' } }),
    chunk({ function_call: { arguments: '"milk"}' } }),
  ),
  call("finish stop with a call", chunk({ tool_calls: [fn(ARGS, { index: 0, id: "a" })] }, "stop")),
  call("a choice without an index", {
    choices: [{ delta: { tool_calls: [fn(ARGS, { id: "a" })] } }],
  }),
  call(
    "an empty list of calls first",
    chunk({ tool_calls: [] }),
    piece(fn(ARGS, { index: 0, id: "a" })),
  ),
  call(
    "pieces after the end",
    piece(fn(ARGS, { index: 0, id: "a" })),
    CALLS,
    says("and more"),
    piece(fn('{"title":"bread"}', { index: 1, id: "b" })),
  ),
  {
    ...call("no arguments: null", piece(fn(null, { index: 0, id: "a" }, "undo"))),
    calls: [{ name: "undo", arguments: {} }],
  },
  {
    ...call("no arguments: an empty string", piece(fn("", { index: 0, id: "a" }, "undo"))),
    calls: [{ name: "undo", arguments: {} }],
  },
  {
    ...call(
      "no arguments, and another behind it",
      piece(fn("", { index: 0, id: "a" }, "undo")),
      piece(fn(ARGS, { index: 0, id: "b" })),
    ),
    calls: [{ name: "undo", arguments: {} }, MILK],
  },
  {
    ...call("a tool that is none", piece(fn("{}", { index: 0, id: "a" }, "sing"))),
    calls: [{ name: "sing", arguments: {} }],
  },
  {
    ...call("arguments that are garbage", piece(fn('{"title" milk}', { index: 0, id: "a" }))),
    calls: [{ name: "add_task", arguments: undefined }],
  },
  {
    ...call("words and a call", says("On it."), piece(fn(ARGS, { index: 0, id: "a" }))),
    text: "On it.",
  },
  twice(
    "two calls in one piece",
    chunk({
      tool_calls: [fn(ARGS, { index: 0, id: "a" }), fn('{"title":"bread"}', { index: 1, id: "b" })],
    }),
  ),
  twice(
    "two calls, both of index 0",
    piece(fn(ARGS, { index: 0, id: "a" })),
    piece(fn('{"title":"bread"}', { index: 0, id: "b" })),
  ),
  twice(
    "two calls, both of index 0, in pieces",
    piece(fn('{"title":', { index: 0, id: "a" })),
    piece(rest('"milk"}', { index: 0 })),
    piece(fn('{"title":', { index: 0, id: "b" })),
    piece(rest('"bread"}', { index: 0 })),
  ),
  twice(
    "two calls, no index",
    piece(fn(ARGS, { id: "a" })),
    piece(fn('{"title":"bread"}', { id: "b" })),
  ),
  twice("two calls, neither index nor id", piece(fn(ARGS)), piece(fn('{"title":"bread"}'))),
  twice(
    "two calls, their arguments mixed",
    piece(fn('{"title":', { index: 0, id: "a" })),
    piece(fn('{"title":', { index: 1, id: "b" })),
    piece(rest('"milk"}', { index: 0 })),
    piece(rest('"bread"}', { index: 1 })),
  ),
];
