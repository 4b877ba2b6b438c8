import { ConversationHead, fromFirstSeen } from "@todo-mesh/contracts";
import { z } from "zod";

/** How many messages a conversation keeps; the oldest go. */
export const MESSAGES_KEPT = 200;
/** How many of them an answer goes by. */
export const WINDOW = 50;
/** A turn that has run this long without an answer has died with its process. */
const STALE_MS = 60_000;
const LONGEST_TITLE = 60;

const RunningTurn = z.object({ turn_id: z.uuid(), since: z.iso.datetime() });
export type RunningTurn = z.infer<typeof RunningTurn>;

/** The head of a conversation. Its messages are a list of their own, changed in the same transaction. */
export const Conversation = ConversationHead.extend({ running: z.array(RunningTurn) });
export type Conversation = z.infer<typeof Conversation>;

export function newConversation(id: string, firstMessage: string, now: Date): Conversation {
  const at = now.toISOString();
  return { id, title: titleOf(firstMessage), created_at: at, updated_at: at, running: [] };
}

/** Whether the process of a turn must have died by its age alone, if nothing else is known of it. */
export const isStale = ({ since }: RunningTurn, now: Date): boolean =>
  now.getTime() - Date.parse(since) > STALE_MS;

/**
 * An id given out while nothing could be stored. It is of UUID version 8 (RFC 9562), ours to define, so
 * that whichever replica sees it next knows that this conversation may begin now.
 */
export const asUnkeptId = (id: string): string => `${id.slice(0, 14)}8${id.slice(15)}`;
export const isUnkeptId = (id: string): boolean => id[14] === "8";

function titleOf(text: string): string {
  const line = fromFirstSeen(text).replaceAll(/\s+/g, " ").trim();
  const letters = Array.from(line);
  if (letters.length <= LONGEST_TITLE) return line;
  return `${letters
    .slice(0, LONGEST_TITLE - 1)
    .join("")
    .trimEnd()}…`;
}
