import type { ModelCall, Verdict } from "../../../../src/use-cases/assistant/model.ts";
import type { Answered } from "../a-model-server.ts";

/*
 * What servers of Chat Completions were seen to send for “add milk” or a word in reply. Each row is the bytes, and what
 * has to be made of them.
 */
export interface Case extends Answered {
  readonly name: string;
  readonly verdict: Verdict;
  readonly text?: string;
  readonly calls?: readonly ModelCall[];
}

const add = (title: string): ModelCall => ({ name: "add_task", arguments: { title } });
export const MILK = add("milk");
export const ARGS = '{"title":"milk"}';
export const DONE = "data: [DONE]\n\n";

export const sse = (...values: readonly object[]): string =>
  values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join("");
export const chunk = (delta: unknown, finish: string | null = null, more: object = {}) => ({
  id: "c",
  object: "chat.completion.chunk",
  choices: [{ index: 0, delta, finish_reason: finish, ...more }],
});
export const says = (content: unknown, finish: string | null = null) => chunk({ content }, finish);
export const piece = (more: object) => chunk({ tool_calls: [more] });
export const fn = (given: unknown, more: object = {}, name: string | undefined = "add_task") => ({
  ...more,
  function: { ...(name !== undefined && { name }), arguments: given },
});
export const rest = (given: unknown, more: object = {}) => ({
  ...more,
  function: { arguments: given },
});
export const CALLS = chunk({}, "tool_calls");
export const STOP = chunk({}, "stop");

export const wellCalled = { verdict: "calls", calls: [MILK] } as const;
const twoCalled = { verdict: "calls", calls: [MILK, add("bread")] } as const;
export const wellSaid = { verdict: "stop", text: "Hello there" } as const;
export const HELLO = [says("Hello "), says("there")];

export const call = (name: string, ...values: readonly object[]): Case => ({
  name,
  pieces: [sse(...values, CALLS), DONE],
  ...wellCalled,
});
export const twice = (name: string, ...values: readonly object[]): Case => ({
  ...call(name, ...values),
  ...twoCalled,
});
export const text = (name: string, ...pieces: readonly string[]): Case => ({
  name,
  pieces,
  ...wellSaid,
});
export const fails = (name: string, ...pieces: readonly string[]): Case => ({
  name,
  pieces,
  verdict: "error",
});
export const written = (name: string, content: string): Case => ({
  name,
  pieces: [...Array.from(content, (letter) => sse(says(letter))), sse(STOP), DONE],
  ...wellCalled,
  text: "",
});
