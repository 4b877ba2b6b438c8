import { NotDone, type Outcome, quoted } from "@todo-mesh/contracts";
import { saySeveral } from "./say-list.ts";

const UNKNOWN =
  "I cannot reach the place where your list is kept, so I cannot say whether this was done. Please ask for your list in a moment.";

/** The answer to a call that changed nothing, whatever it was; undefined when it did what it is for. */
export function sayNotDone(outcome: Outcome): string | undefined {
  const result = NotDone.safeParse(outcome).data;
  return result && say(result);
}

function say(result: NotDone): string {
  if (result.outcome === "several") return saySeveral(result);
  if (result.outcome === "none") return sayNone(result);
  if (result.outcome === "unknown") return UNKNOWN;
  if (result.outcome === "refused") return `I could not do that: ${result.detail}.`;
  const { title, status } = result.task;
  return `${quoted(title)} is already ${status}; nothing had to change.`;
}

// What was kept before the words were kept with it says as much as it knows.
function sayNone({ near, said }: Extract<NotDone, { outcome: "none" }>): string {
  const called = said === undefined ? "such task" : `task called ${quoted(said)}`;
  const [first, ...others] = near.map(({ title }) => quoted(title));
  if (first === undefined) return `I find no ${called}. Say “list” to see them all.`;
  const choice = others.length > 0 ? `${first} or ${others.join(" or ")}` : first;
  return `I find no ${called}. Do you mean ${choice}?`;
}
