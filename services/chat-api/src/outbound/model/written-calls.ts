import type { Hear, ModelCall } from "../../use-cases/assistant/model.ts";
import { endOfObject } from "./end-of-object.ts";
import { type JsonObject, objectFrom, objectIn, textIn } from "./json.ts";

const MARKS = ["<think>", "<tool_call", "<function", "<|", "[TOOL_CALLS]", "```", "{"];
const MARK = /<think>|<tool_call|<function|<\||\[TOOL_CALLS\]|```|\{/;
const CLOSING = "</think>";
/** Of more, the rest is words. */
const MOST_OBJECTS = 100;
const ARGUMENTS = ["arguments", "parameters", "args", "input"];
const NAMED = /^\s*\{\s*"(?:name|function|tool)"/;
/** The name of a tool right before its arguments. */
const BEFORE_IT = /([a-z_]{1,64})[^a-z_]{0,12}$/;
const MARKED = /<tool_call|<function|<\||\[TOOL_CALLS\]/;

/** What was written: words for the person, and calls that should have come as such. */
export interface Written {
  readonly text: string;
  readonly calls: readonly ModelCall[];
  /** It was meant as a call, and is none. */
  readonly nonsense: boolean;
}

/**
 * Parts what a model writes into words and the rest: what it thinks is dropped, and from the first sign of a call that
 * was written as text nothing is shown until it is known what it is. What is sure to be words is heard at once.
 */
export function writtenText(isTool: (name: string) => boolean, hear: Hear) {
  const shown: string[] = [];
  let [mode, rest]: ["open" | "thinking" | "held", string] = ["open", ""];

  const think = (): boolean => {
    const end = rest.indexOf(CLOSING);
    rest = end < 0 ? rest.slice(-CLOSING.length) : rest.slice(end + CLOSING.length).trimStart();
    if (end >= 0) mode = "open";
    return end >= 0;
  };
  const show = (): boolean => {
    const at = rest.search(MARK);
    const sure = at < 0 ? rest.length - unsureOf(rest) : at;
    shown.push(rest.slice(0, sure));
    if (sure > 0) hear(rest.slice(0, sure));
    rest = rest.slice(sure);
    if (at < 0) return false;
    mode = rest.startsWith("<think>") ? "thinking" : "held";
    return true;
  };

  /** Goes on to the next mark, if it is there. */
  const step = (): boolean => {
    if (mode === "held") return false;
    return mode === "thinking" ? think() : show();
  };

  return {
    take: (piece: string): void => {
      rest += piece;
      for (let more = true; more;) more = step();
    },
    read: (): Written => {
      if (mode === "thinking") return { text: shown.join(""), calls: [], nonsense: false };
      const { calls, nonsense } = callsIn(rest, isTool);
      const isCall = calls.length > 0 || nonsense;
      return { text: shown.join("") + (isCall ? "" : rest), calls, nonsense };
    },
  };
}

/** How many of the last characters may be the beginning of a mark. */
function unsureOf(text: string): number {
  const longest = Math.max(...MARKS.map(({ length }) => length)) - 1;
  for (let length = Math.min(longest, text.length); length > 0; length -= 1)
    if (MARKS.some((mark) => mark.startsWith(text.slice(-length)))) return length;
  return 0;
}

function callsIn(text: string, isTool: (name: string) => boolean): Omit<Written, "text"> {
  const all = [...objectsIn(text)].flatMap(
    ({ value, before }) => callOf(value, before, isTool) ?? [],
  );
  const calls = all.filter(({ name }) => isTool(name));
  const meant = all.length > 0 || MARKED.test(text) || NAMED.test(text);
  return { calls, nonsense: calls.length < all.length || (meant && calls.length === 0) };
}

/** The objects that a text spells, each with the words before it. */
function* objectsIn(text: string) {
  let [from, left] = [0, MOST_OBJECTS];
  for (let at = text.indexOf("{"); at >= 0 && left > 0; at = text.indexOf("{", from)) {
    left -= 1;
    const length = endOfObject()(text.slice(at));
    if (length === undefined) return;
    const value = objectFrom(text.slice(at, at + length));
    if (value) yield { value, before: text.slice(from, at) };
    from = at + length;
  }
}

/** An object that names a tool and its arguments, or arguments behind the name of a tool. */
const callOf = (
  value: JsonObject,
  before: string,
  isTool: (name: string) => boolean,
): ModelCall | undefined => named(value, isTool) ?? behindName(value, before, isTool);

function named(value: JsonObject, isTool: (name: string) => boolean): ModelCall | undefined {
  const told = objectIn(value["function"]) ?? value;
  const [name] = [told["name"], value["tool"]].map(textIn).filter(Boolean);
  const [given] = ARGUMENTS.flatMap((word) => told[word] ?? []);
  if (name === undefined || !(isTool(name) || given)) return undefined;
  return { name, arguments: argumentsFrom(given ?? {}) };
}

function behindName(
  value: JsonObject,
  before: string,
  isTool: (name: string) => boolean,
): ModelCall | undefined {
  const name = BEFORE_IT.exec(before.slice(-80).replace("[ARGS]", ""))?.[1] ?? "";
  return isTool(name) ? { name, arguments: value } : undefined;
}

const argumentsFrom = (given: unknown): ModelCall["arguments"] =>
  typeof given === "string" ? objectFrom(given) : objectIn(given);
