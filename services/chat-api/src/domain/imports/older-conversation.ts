import { idOfOlder, type Message, UserId } from "@todo-mesh/contracts";
import { MESSAGES_KEPT, newConversation } from "../assistant/conversation.ts";
import { type Before, messageOfOlder, momentOf } from "./older-message.ts";
import {
  type Left,
  LOSES,
  type Odd,
  type OlderConversation,
  type OlderMessage,
} from "./older-rows.ts";

/** A conversation of the older product as it is to stand here. */
export interface Brought {
  readonly userId: string;
  /** Its number there. */
  readonly number: number;
  readonly head: {
    readonly id: string;
    readonly title: string;
    readonly created_at: string;
    readonly updated_at: string;
  };
  /** The newest of them, the oldest first. */
  readonly messages: readonly Message[];
}

/** Hears of each row about which something is odd, and of each that is not taken. */
export interface Hear {
  readonly odd: (kind: Odd, row: OlderMessage) => void;
  /** Of these nothing is kept, or not all. */
  readonly left: (why: Left | Odd, row: OlderMessage) => void;
}

/** Takes the rows of one conversation one by one, in their order, and keeps no more than will stand here. */
export function readingOlder(
  conversation: OlderConversation,
  { now, hear }: { readonly now: Date; readonly hear: Hear },
) {
  const owner = ownerOf(conversation);
  const began = momentOf(conversation.createdAt) ?? momentOf(conversation.updatedAt);
  const kept: { readonly message: Message; readonly row: OlderMessage | undefined }[] = [];
  let before: Before = { at: began ?? 0 };
  let first: Message | undefined;

  const keep = (message: Message, row: OlderMessage | undefined): void => {
    first ??= message.role === "person" ? message : undefined;
    kept.push({ message, row });
    const gone = kept.length > MESSAGES_KEPT ? kept.shift() : undefined;
    if (gone?.row) hear.left("older", gone.row);
  };
  const take = (row: OlderMessage): void => {
    const alien = "left" in owner ? owner.left : strangeness(row, owner.userId);
    if (alien !== undefined && alien !== "other-case") return hear.left(alien, row);
    const { message, odd, next } = messageOfOlder(row, before, now);
    before = next;
    for (const kind of alien ? [alien, ...odd] : odd) hear.odd(kind, row);
    const loss = odd.find((kind) => LOSES.has(kind));
    if (loss !== undefined) hear.left(loss, row);
    // The row of one that stands in the file of what was left behind need not be there twice.
    keep(message, loss === undefined ? row : undefined);
  };
  const end = (): Brought | Left => {
    if ("left" in owner) return owner.left;
    const messages = kept.map(({ message }) => message);
    const at = new Date(began ?? Date.parse(messages[0]?.at ?? EPOCH));
    const id = idOfOlder("conversation", conversation.id);
    const { title, created_at } = newConversation(id, first?.text ?? "", at);
    const updated_at = latest([created_at, ...messages.map((message) => message.at)], now);
    const head = { id, title, created_at, updated_at };
    return { userId: owner.userId, number: conversation.id, head, messages };
  };
  return { take, end };
}

const EPOCH = new Date(0).toISOString();

/** How the user of a message is another than that of its conversation. */
function strangeness(
  { userId }: OlderMessage,
  owner: string,
): "another-user" | "other-case" | undefined {
  if (userId === null || userId === owner) return undefined;
  return userId.toLowerCase() === owner.toLowerCase() ? "other-case" : "another-user";
}

function ownerOf({
  id,
  userId,
}: OlderConversation): { readonly userId: string } | { readonly left: Left } {
  if (!Number.isSafeInteger(id) || id < 1) return { left: "bad-number" };
  if (userId === null) return { left: "no-owner" };
  return UserId.safeParse(userId).success ? { userId } : { left: "bad-owner" };
}

/** The latest that is over: a time that is still to come would keep it from ever being the one untouched longest. */
const latest = (times: readonly string[], now: Date): string =>
  times.filter((at) => Date.parse(at) <= now.getTime()).reduce((a, b) => (a > b ? a : b), EPOCH);
