import { type Case, ARGS, chunk, piece, fn, rest, call } from "./a-case.ts";

/** One call, in pieces. */
export const CALLS_IN_PIECES: readonly Case[] = [
  call(
    "a call in pieces",
    piece(fn("", { index: 0, id: "a" })),
    piece(rest('{"title":', { index: 0 })),
    piece(rest('"milk"}', { index: 0 })),
  ),
  call("no index", piece(fn(ARGS, { id: "a" }))),
  call("no index, split arguments", piece(fn('{"title":', { id: "a" })), piece(rest('"milk"}'))),
  call("arguments as an object", piece(fn({ title: "milk" }, { index: 0, id: "a" }))),
  call("arguments double-encoded", piece(fn(JSON.stringify(ARGS), { index: 0, id: "a" }))),
  call(
    "arguments double-encoded, in pieces",
    piece(fn('"{\\"title\\":', { index: 0, id: "a" })),
    piece(rest('\\"milk\\"}"', { index: 0 })),
  ),
  call(
    "arguments with all before them in each piece",
    ...[1, 4, 9, 16].map((to) => piece(fn(ARGS.slice(0, to), { index: 0, id: "a" }))),
  ),
  call(
    "arguments that begin with {}",
    piece(fn("{}", { index: 0, id: "a" })),
    piece(rest(ARGS, { index: 0 })),
  ),
  call(
    "arguments that begin with {} in pieces",
    piece(fn("{}", { index: 0, id: "a" })),
    piece(rest('{"title":', { index: 0 })),
    piece(rest('"milk"}', { index: 0 })),
  ),
  call("no type", piece({ index: 0, id: "a", function: { name: "add_task", arguments: ARGS } })),
  call("index begins at 1", piece(fn(ARGS, { index: 1, id: "a" }))),
  call(
    "index as a string",
    piece(fn('{"title":', { index: "0", id: "a" })),
    piece(rest('"milk"}', { index: "0" })),
  ),
  call("no id", piece(fn(ARGS, { index: 0 }))),
  call(
    "id an empty string",
    piece(fn('{"title":', { index: 0, id: "" })),
    piece(rest('"milk"}', { index: 0, id: "" })),
  ),
  call(
    "id null later",
    piece(fn('{"title":', { index: 0, id: "a" })),
    piece(rest('"milk"}', { index: 0, id: null })),
  ),
  call(
    "another id in each piece",
    piece(fn('{"title":', { index: 0, id: "a" })),
    piece(rest('"milk"}', { index: 0, id: "b" })),
  ),
  call(
    "id and name in each piece",
    piece(fn('{"title":', { index: 0, id: "a" })),
    piece(fn('"milk"}', { index: 0, id: "a" })),
  ),
  call(
    "the name in pieces",
    piece(fn("", { index: 0, id: "a" }, "add_")),
    piece(fn(ARGS, { index: 0 }, "task")),
  ),
  call(
    "an empty piece with the end",
    piece(fn(ARGS, { index: 0, id: "a" })),
    chunk({ tool_calls: [rest("", { index: 0 })] }, "tool_calls"),
  ),
  call(
    "the last piece repeats the call",
    piece(fn('{"title":', { index: 0, id: "a" })),
    piece(rest('"milk"}', { index: 0 })),
    chunk({ tool_calls: [fn(ARGS, { index: 0, id: "a" })] }, "tool_calls"),
  ),
  call(
    "the last piece repeats it double-encoded",
    piece(fn(ARGS, { index: 0, id: "a" })),
    chunk({ tool_calls: [rest(JSON.stringify(ARGS), { index: 0 })] }, "tool_calls"),
  ),
];
