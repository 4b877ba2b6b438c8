import type { ListInput } from "@todo-mesh/contracts";
import type { Intent } from "../intents/intent.ts";
import type { Sentences } from "../languages/sentences.ts";

const MOST_WORDS = 12;

/** Reads questions for the list; undefined for any other sentence. */
export function readAsking(
  line: string,
  _context: unknown,
  { asking }: Pick<Sentences, "asking">,
): Intent | undefined {
  if (!asksForList(line, asking)) return undefined;
  if (!isKnown(line, asking.known)) return { kind: "narrower" };
  const which = asking.which.find(([, words]) => words.test(line))?.[0] ?? "open";
  const input: ListInput = { which };
  return { kind: "call", name: "list_tasks", arguments: input };
}

/** Whether each word of it is one that is gone by: what another would restrict must not be shown as if it had not been said. */
function isKnown(line: string, known: string): boolean {
  const words = new Set(known.split(" "));
  return line
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/[\s,:]+/)
    .every((word) => word === "" || words.has(word));
}

function asksForList(line: string, { bare, asks, theList }: Sentences["asking"]): boolean {
  if (bare.test(line)) return true;
  return line.split(" ").length <= MOST_WORDS && asks.test(line) && theList.test(line);
}
