import { calls, words } from "../a-model.ts";
import { type Dialogue, NOTHING, BY_RULES, add, list } from "./a-dialogue.ts";

/** Models that break off, repeat themselves, or talk nonsense. */
export const BROKEN: readonly Dialogue[] = [
  {
    name: "a model that is down",
    said: "we ran out of milk",
    model: [{ status: 500 }],
    says: BY_RULES,
    open: [],
  },
  {
    name: "a model that is nonsense",
    said: "we ran out of milk",
    model: [words('{"name": "fly", "arguments": {}}')],
    says: BY_RULES,
    not: "fly",
  },
  {
    name: "a model whose answer is cut",
    said: "we ran out of milk",
    model: [{ ...words("I"), pieces: ['data: {"choices":[{"delta":{"content":"I del"}}]}\n\n'] }],
    says: BY_RULES,
    not: "I del",
  },
  {
    name: "a call as text",
    said: "we ran out of milk",
    model: [words('<tool_call>{"name":"add_task","arguments":{"title":"milk"}}</tool_call>')],
    open: ["milk"],
    says: "I added “milk”",
    not: "tool_call",
  },
  {
    name: "the same call twice in a round",
    said: "we ran out of milk",
    model: [calls(add("milk"), add("milk"))],
    open: ["milk"],
  },
  {
    name: "a model that goes on after a success",
    said: "we ran out of milk",
    model: [calls(add("milk")), calls(add("milk again"))],
    open: ["milk"],
    asked: 1,
  },
  {
    name: "the same call for ever",
    list: ["milk"],
    said: "how might things be",
    model: [calls(list())],
    says: "broke off here",
    asked: 2,
  },
  {
    name: "a tool that is none, for ever",
    said: "how might things be",
    model: [calls(["fly", {}])],
    says: NOTHING,
    asked: 2,
  },
  {
    name: "another refusal each time, for ever",
    said: "how might things be",
    model: Array.from({ length: 20 }, (_, n) => calls(["fly", { n }])),
    says: NOTHING,
    asked: 8,
  },
  {
    name: "a failure after a success",
    said: "we ran out of milk",
    model: [calls(add("milk"), list()), { status: 400 }],
    open: ["milk"],
    says: "broke off here",
    not: BY_RULES,
  },
];
