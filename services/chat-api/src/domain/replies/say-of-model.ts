import { quoted } from "@todo-mesh/contracts";

export const NOTHING_CHANGED = "Nothing on your list was changed.";

const BY_RULES = {
  down: "(The language model did not answer, so I went by my own simple rules.)",
  budget: "(You have used up the language model for now, so I went by my own simple rules.)",
};
/** Said behind an answer of the grammar that stands in for a model. */
export const sayByRules = (why: keyof typeof BY_RULES): string => BY_RULES[why];

/** Said when a model came to no end, behind what was done until then. */
export const sayBrokeOff = "(The language model broke off here; what was done is told above.)";

interface Withheld {
  readonly action: { readonly title: string };
  readonly planned: { readonly arguments: Readonly<Record<string, unknown>> };
}

/** What only the person may say, and that nothing of it was done; nothing, if there is none. */
export function sayWithheld(withheld: readonly Withheld[]): string {
  if (withheld.length === 0) return "";
  const lines = withheld.map(({ action, planned: { arguments: given } }) => {
    const name = given["task"] ?? given["title"];
    return `- ${action.title}${typeof name === "string" ? `: ${quoted(name)}` : ""}`;
  });
  return [
    "I have not done this. If you want it, say it plainly, one thing at a time:",
    ...lines,
  ].join("\n");
}
