import { calls } from "../a-model.ts";
import { type Dialogue, add, HELP } from "./a-dialogue.ts";

/** What needs no model. */
export const GRAMMAR_FIRST: readonly Dialogue[] = [
  {
    name: "what the grammar is sure of",
    said: "add milk",
    model: [HELP],
    open: ["milk"],
    says: "I added “milk” to your list.",
    asked: 0,
  },
  {
    name: "a deletion that the person said plainly",
    list: ["milk"],
    said: "delete milk",
    model: [HELP],
    open: [],
    says: "to the trash",
    asked: 0,
  },
  {
    name: "a reminder",
    said: "remind me to call mum tomorrow at 9",
    model: [HELP],
    open: ["call mum"],
    asked: 0,
  },
  {
    name: "two sentences",
    said: "add milk. And what else?",
    model: [calls(add("milk"))],
    open: ["milk"],
    asked: 1,
  },
  {
    name: "a language that the grammar does not know",
    said: "aggiungi il latte alla lista della spesa per favore",
    model: [calls(add("il latte"))],
    open: ["il latte"],
    asked: 1,
  },
];
