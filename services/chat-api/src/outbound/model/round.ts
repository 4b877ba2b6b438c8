import type { Hear, ModelCall, Round, Verdict } from "../../use-cases/assistant/model.ts";
import type { Chunk } from "./chunks.ts";
import { type JsonObject, listIn, objectIn, textIn } from "./json.ts";
import { streamedCalls } from "./streamed-calls.ts";
import { writtenText } from "./written-calls.ts";

export interface Limits {
  /** Of words and arguments, thoughts included. */
  readonly characters: number;
  readonly calls: number;
  readonly idleMs: number;
  readonly totalMs: number;
}

const CHARACTERS_OF_A_TOKEN = 4;

/** A round as it grows from what a server sends. What comes after its end does not count, but for what it cost. */
export function growingRound(isTool: (name: string) => boolean, limits: Limits, hear: Hear) {
  const said = growingAnswer(isTool, hear);
  let [ended, broken, tokens] = [false, false, 0];
  const isTooMuch = (): boolean =>
    said.characters() > limits.characters || said.calls.count() > limits.calls;
  const isOver = (): boolean => broken || ended || said.finish() !== undefined || isTooMuch();
  const take = (chunk: Chunk): void => {
    if (chunk.kind === "object") {
      tokens = Number(objectIn(chunk.value["usage"])?.["total_tokens"] ?? tokens);
      if (!isOver()) takeObject(chunk.value);
    } else if (chunk.kind === "done") ended = true;
    else broken ||= !isOver();
  };
  const takeObject = (value: JsonObject): void => {
    broken = isFailure(value);
    const choice = listIn(value["choices"])
      .map(objectIn)
      .find((each) => each && isFirst(each));
    if (choice) said.take(choice);
  };
  const verdict = (text: string, calls: number): Verdict => {
    if (broken) return "error";
    if (isTooMuch()) return "length";
    const { areWhole, areClosed } = said.calls;
    const isEnded = said.finish() !== undefined || ended || areClosed();
    return verdictOf({ finish: said.finish(), isWhole: isEnded && areWhole() }, text, calls);
  };
  const read = (instead?: Verdict): Round => {
    const { text, calls, nonsense } = said.read();
    const came = instead ?? (nonsense ? "error" : verdict(text, calls.length));
    const spent = tokens > 0 ? tokens : said.characters() / CHARACTERS_OF_A_TOKEN;
    return { verdict: came, text, calls: came === "calls" ? calls : [], tokens: Math.ceil(spent) };
  };
  /** The server has no more to say. */
  const isDone = (): boolean => broken || ended || isTooMuch();
  return { take, isOver, isDone, read };
}

interface Ending {
  readonly finish: string | undefined;
  /** It came to its end, or nothing can be missing. */
  readonly isWhole: boolean;
}

const BY_FINISH: Readonly<Record<string, Verdict>> = {
  error: "error",
  length: "length",
  content_filter: "filter",
};

function verdictOf(ending: Ending, text: string, calls: number): Verdict {
  const named = BY_FINISH[ending.finish ?? ""];
  if (named) return named;
  if (calls === 0 && text === "") return "error";
  if (!ending.isWhole) return "cut";
  return calls === 0 ? "stop" : "calls";
}

/** What a server says of its first choice. */
function growingAnswer(isTool: (name: string) => boolean, hear: Hear) {
  const [calls, written] = [streamedCalls(isTool), writtenText(isTool, hear)];
  let [characters, hasText]: [number, boolean] = [0, false];
  let finish: string | undefined;
  const take = (choice: JsonObject): void => {
    const { part, isAgain } = partOf(choice, hasText);
    const words = isAgain ? "" : wordsOf(part);
    written.take(words);
    for (const piece of callsOf(part)) calls.take(piece);
    hasText ||= words !== "";
    characters += words.length + thoughtsOf(part);
    finish = textIn(choice["finish_reason"]) || finish;
  };
  return {
    take,
    calls,
    finish: () => finish,
    characters: () => characters + calls.length(),
    read: () => {
      const { text, calls: inText, nonsense } = written.read();
      const streamed = calls.read();
      if (streamed.length > 0) return { text: text.trim(), calls: once(streamed), nonsense: false };
      return { text: text.trim(), calls: once(inText), nonsense };
    },
  };
}

/** A piece of the answer, or a message in its place: all of it, also what came in pieces before. */
function partOf({ delta, message }: JsonObject, hasText: boolean) {
  const piece = objectIn(delta) ?? {};
  const isPiece = Object.keys(piece).length > 0 || !objectIn(message);
  return isPiece
    ? { part: piece, isAgain: false }
    : { part: objectIn(message) ?? {}, isAgain: hasText };
}

/** Servers and proxies say calls twice; a person who wants two of the same says so in two turns. */
function once(calls: readonly ModelCall[]): ModelCall[] {
  const seen = new Map(calls.map((call) => [JSON.stringify([call.name, call.arguments]), call]));
  return [...seen.values()];
}

const isFailure = (value: JsonObject): boolean =>
  value["object"] === "error" || (value["error"] !== undefined && value["error"] !== null);

const isFirst = ({ index }: JsonObject): boolean =>
  index === undefined || index === null || Number(index) === 0;

function wordsOf({ content, refusal }: JsonObject): string {
  const parts = listIn(content).map((part) => textIn(objectIn(part)?.["text"]));
  return [textIn(content), ...parts, textIn(refusal)].join("");
}

const thoughtsOf = ({ reasoning_content, reasoning }: JsonObject): number =>
  textIn(reasoning_content).length + textIn(reasoning).length;

const callsOf = ({ tool_calls, function_call }: JsonObject): readonly unknown[] => [
  ...listIn(tool_calls),
  ...(function_call ? [function_call] : []),
];
