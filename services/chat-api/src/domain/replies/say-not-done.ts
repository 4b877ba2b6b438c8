import { NotDone, type Outcome } from "@todo-mesh/contracts";
import type { Replies } from "./replies.ts";
import { saySeveral } from "./say-list.ts";

/** The answer to a call that changed nothing, whatever it was; undefined when it did what it is for. */
export function sayNotDone(replies: Replies, outcome: Outcome): string | undefined {
  const result = NotDone.safeParse(outcome).data;
  return result && say(replies, result);
}

function say(replies: Replies, result: NotDone): string {
  const { notDone } = replies;
  if (result.outcome === "several") return saySeveral(replies, result);
  if (result.outcome === "none")
    return notDone.none(
      result.said,
      result.near.map(({ title }) => title),
    );
  if (result.outcome === "unknown") return notDone.unknown;
  if (result.outcome === "refused") return notDone.refused(result.detail);
  return notDone.already(result.task.title, result.task.status);
}
