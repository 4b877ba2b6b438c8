import { calls, words } from "../a-model.ts";
import { type Dialogue, NOTHING, add, of } from "./a-dialogue.ts";

/** Words that claim what is not so. */
export const FALSE_CLAIMS: readonly Dialogue[] = [
  {
    name: "done without a call",
    list: ["milk"],
    said: "the milk is bought, finally",
    model: [words("I marked milk as done.")],
    open: ["milk"],
    says: NOTHING,
    not: "I marked",
  },
  {
    name: "a timer that is none",
    said: "the eggs need seven minutes",
    model: [words("Timer set for seven minutes!")],
    says: NOTHING,
    not: "Timer set",
  },
  {
    name: "an error, then a tick",
    said: "we ran out of milk",
    model: [calls(["add_task", { titel: "milk" }]), words("✅ Created milk.")],
    open: [],
    says: NOTHING,
    not: "✅",
  },
  {
    name: "a false claim beside a real call",
    list: ["bread"],
    said: "we ran out of milk, and the bread is eaten",
    model: [calls(add("milk"), of("complete_task", "cake")), words("I also deleted bread.")],
    open: ["bread", "milk"],
    not: "deleted",
  },
  {
    name: "records that are made up",
    said: "what might there be that I forgot",
    model: [words("Your tasks:\n1. buy gold\n2. feed the cat")],
    says: NOTHING,
    not: "gold",
  },
  {
    name: "German words",
    said: "die Milch ist alle",
    model: [words("Ich habe Milch hinzugefügt.")],
    says: "An deiner Liste hat sich nichts geändert.",
    not: "hinzugefügt",
  },
  {
    name: "a promise",
    said: "mum expects my call",
    model: [words("I will remind you at nine.")],
    says: NOTHING,
    not: "remind you",
  },
  {
    name: "a claim, and something harmless",
    said: "you are kind",
    model: [words("I deleted everything. Have a nice day!")],
    says: `Have a nice day!\n${NOTHING}`,
    not: "deleted",
  },
];
