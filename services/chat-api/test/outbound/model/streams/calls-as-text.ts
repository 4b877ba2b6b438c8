import { type Case, ARGS, written } from "./a-case.ts";

/** Calls that a server did not know as such. */
export const CALL_AS_TEXT: readonly Case[] = [
  written(
    "a call as <tool_call>",
    `<tool_call>\n{"name": "add_task", "arguments": ${ARGS}}\n</tool_call>`,
  ),
  written("a call as [TOOL_CALLS]", `[TOOL_CALLS][{"name": "add_task", "arguments": ${ARGS}}]`),
  written("a call as [TOOL_CALLS] and a name", `[TOOL_CALLS]add_task[ARGS]${ARGS}`),
  written(
    "a call in a block of code",
    `\`\`\`json\n{"name": "add_task", "arguments": ${ARGS}}\n\`\`\``,
  ),
  written("a call as bare JSON", `{"name": "add_task", "parameters": ${ARGS}}`),
  written("a call as <function=…>", `<function=add_task>${ARGS}</function>`),
  written(
    "a call with double-encoded arguments as text",
    `{"name": "add_task", "arguments": ${JSON.stringify(ARGS)}}`,
  ),
  {
    ...written(
      "a call behind words",
      `Well. <tool_call>{"name": "add_task", "arguments": ${ARGS}}</tool_call>`,
    ),
    text: "Well.",
  },
  {
    ...written("a call of no tool as text", '{"name": "sing", "arguments": {}}'),
    verdict: "error",
    calls: [],
  },
  { ...written("half a call as text", '<tool_call>{"name": "add_'), verdict: "error", calls: [] },
  {
    ...written("JSON that is no call", 'See {"a": 1}.'),
    verdict: "stop",
    calls: [],
    text: 'See {"a": 1}.',
  },
  {
    ...written("a block of code that is no call", "So:\n```\nx\n```"),
    verdict: "stop",
    calls: [],
    text: "So:\n```\nx\n```",
  },
];
