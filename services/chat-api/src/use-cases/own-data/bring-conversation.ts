import { isOfOlder, type Message, Message as KeptMessage } from "@todo-mesh/contracts";
import { digestOf } from "@todo-mesh/kit";
import type { StateStore } from "@todo-mesh/ports";
import {
  headOf,
  placeBefore,
  readerOf,
  readLast,
  type Source,
  type Transaction,
} from "@todo-mesh/state";
import { z } from "zod";
import { Conversation, MESSAGES_KEPT } from "../../domain/assistant/conversation.ts";
import type { Brought } from "../../domain/imports/older-conversation.ts";
import { conversationKey, conversationsOf, messagesOf } from "../assistant/conversation-keys.ts";
import type { TaskDeps } from "../deps.ts";
import { broughtKey } from "./brought-key.ts";

// One transaction holds 4 MB.
const MOST_AT_ONCE = 100;
const MOST_BYTES = 1_000_000;

/*
 * A conversation is brought in parts, from its newest message to its oldest, each part before what is there. Its mark
 * says of which messages (their checksum) and how many are still left to bring, and is written with each part: whoever
 * goes on after a death goes on from there. The mark outlives the conversation, so that one that its person deleted,
 * and all of a person who was erased, does not come back.
 */
const Mark = z.object({ sum: z.string(), left: z.int() });

const markKey = (userId: string, number: number): string => broughtKey(userId, "chat", number);

/** `taken`: all of it was brought. `there`: it had been. `gone`: it was deleted here. `no-room`: its person has as many as they may. */
export type Bringing = "taken" | "there" | "gone" | "no-room";

/**
 * Brings a conversation of the older product: its messages go before those that came here. Safe to repeat, and to be cut
 * off; when it has more messages by then, they are put in their place.
 */
export function bringConversation(deps: Pick<TaskDeps, "commit" | "quotas">) {
  return async (older: Brought): Promise<Bringing> => {
    const sum = sumOf(older.messages);
    for (;;) {
      const part = (tx: Transaction) => bringPart(tx, older, sum, deps.quotas.conversations);
      const came = await deps.commit(older.userId, part, { isLarge: true });
      if (came !== "goes-on") return came;
    }
  };
}

async function bringPart(
  tx: Transaction,
  older: Brought,
  sum: string,
  most: number,
): Promise<Bringing | "goes-on"> {
  const { userId, number, head } = older;
  const key = markKey(userId, number);
  const mark = await tx.get(key, Mark);
  const kept = await tx.get(conversationKey(userId, head.id), Conversation);
  if (mark && !kept) return "gone";
  // Of other messages than these it says nothing: they are brought from the first.
  const left = mark?.sum === sum ? mark.left : undefined;
  if (left === 0) return "there";
  if (!kept && !(await findPlace(tx, older, most))) return "no-room";
  tx.put(conversationKey(userId, head.id), headWith(older, kept));
  return cameTo(tx, key, { sum, left: await placePart(tx, older, left) });
}

function cameTo(tx: Transaction, key: string, mark: z.infer<typeof Mark>): Bringing | "goes-on" {
  tx.put(key, mark);
  return mark.left === 0 ? "taken" : "goes-on";
}

/** Puts the next part in its place, or the first in the place of all that came from there; answers how many are left. */
async function placePart(
  tx: Transaction,
  { userId, head, messages }: Brought,
  left: number | undefined,
): Promise<number> {
  const list = messagesOf(userId, head.id);
  const { first, next } = await headOf(tx, list);
  const before = left === undefined ? await firstOfHere(tx, list, next) : first;
  const room = MESSAGES_KEPT - (next - before);
  const part = lastOf(messages.slice(0, left), room);
  await placeBefore(tx, list, before, part);
  // Where those that came here leave no room, the rest is as gone as any message before the last 200.
  return part.length === 0 ? 0 : (left ?? messages.length) - part.length;
}

/** Before all that began here; conversations are brought from the one that began last to the first. */
async function findPlace(
  tx: Transaction,
  { userId, head }: Brought,
  most: number,
): Promise<boolean> {
  const list = conversationsOf(userId);
  const { first, next } = await headOf(tx, list);
  if (next - first >= most) return false;
  await placeBefore(tx, list, first, [head.id]);
  return true;
}

const headWith = ({ head }: Brought, kept: Conversation | undefined): Conversation =>
  kept
    ? { ...kept, updated_at: kept.updated_at > head.updated_at ? kept.updated_at : head.updated_at }
    : { ...head, running: [] };

/** The number of the first message that came here, not from there. */
async function firstOfHere(
  source: Source,
  list: ReturnType<typeof messagesOf>,
  next: number,
): Promise<number> {
  const all = await readLast(source, list, MESSAGES_KEPT);
  return all.find(({ element }) => !isOfOlder(element.id))?.n ?? next;
}

/** As many of the last as there is room for, and as one transaction can carry. */
function lastOf(messages: readonly Message[], room: number): readonly Message[] {
  const most = Math.max(0, Math.min(room, MOST_AT_ONCE, messages.length));
  let bytes = 0;
  let count = 0;
  while (count < most) {
    bytes += Buffer.byteLength(JSON.stringify(messages.at(-1 - count)));
    if (count > 0 && bytes > MOST_BYTES) break;
    count += 1;
  }
  return messages.slice(messages.length - count);
}

/** `same`: what is kept of it is what was to be brought. `missing`: it was never brought to its end. */
export type Checked = "same" | "differs" | "gone" | "missing";

/** Reads a conversation back and holds it against what was to be brought, by count and checksum. */
export function checkBrought(store: StateStore) {
  return async ({ userId, number, head, messages }: Brought): Promise<Checked> => {
    const reader = readerOf(store);
    const mark = await reader.get(markKey(userId, number), Mark);
    if (!mark || mark.left > 0) return "missing";
    if (!(await reader.get(conversationKey(userId, head.id), Conversation))) return "gone";
    const all = await readLast(store, messagesOf(userId, head.id), MESSAGES_KEPT);
    const found = all.map(({ element }) => element);
    const here = found.filter(({ id }) => !isOfOlder(id)).length;
    const room = Math.max(0, MESSAGES_KEPT - here);
    const wanted = messages.slice(Math.max(0, messages.length - room));
    return sumOf(wanted) === sumOf(found.slice(0, found.length - here)) ? "same" : "differs";
  };
}

// What is kept has passed through JSON, so this does, too.
const sumOf = (messages: readonly Message[]): string =>
  digestOf(JSON.parse(JSON.stringify(messages.map((message) => KeptMessage.parse(message)))));
