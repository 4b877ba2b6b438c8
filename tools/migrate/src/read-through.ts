import {
  type Brought,
  type OlderConversation,
  type OlderMessage,
  readingOlder,
} from "@todo-mesh/chat-api/older";
import type { Client } from "pg";
import type { LeftFile } from "./left-file.ts";
import { type Read, readRows } from "./read-rows.ts";
import type { Tally } from "./report.ts";

interface Through {
  readonly tally: Tally;
  readonly left: LeftFile;
  readonly now: Date;
}

/** Reads the whole older product, and hands on each conversation as it is to stand here; what is left behind goes to its file. */
export async function* readThrough(client: Client, through: Through): AsyncGenerator<Brought> {
  let open: Open | undefined;
  for await (const rows of readRows(client))
    for (const row of rows) {
      const whole = open && closedBy(row, open, through);
      if (whole) yield whole;
      open = openedBy(row, open, through);
      if (row.message) take(row, row.message, open, through);
    }
  const whole = open && closed(open, through);
  if (whole) yield whole;
}

type Open = ReturnType<typeof opened>;

const isOf = (row: Read, open: Open): boolean => row.conversation?.id === open.id;

/** The conversation that ends where this row begins another. */
const closedBy = (row: Read, open: Open, through: Through): Brought | undefined =>
  isOf(row, open) ? undefined : closed(open, through);

function openedBy(row: Read, open: Open | undefined, through: Through): Open | undefined {
  if (open && isOf(row, open)) return open;
  return row.conversation && opened(row.conversation, through);
}

function take(row: Read, message: OlderMessage, open: Open | undefined, through: Through): void {
  through.tally.messages.found += 1;
  if (open) open.take(message);
  else orphan(row.of, message, through);
}

function opened(conversation: OlderConversation, { tally, left, now }: Through) {
  const leave = (why: string, row: OlderMessage): void => {
    tally.left(why, row.id);
    tally.messages.left += 1;
    left.write({ why, conversation: conversation.id, message: row });
  };
  const hear = {
    odd: (kind: Parameters<Tally["odd"]>[0], row: OlderMessage) => tally.odd(kind, row.id),
    left: leave,
  };
  tally.conversation("found");
  if (conversation.userId !== null) tally.person(conversation.userId);
  return { conversation, id: conversation.id, ...readingOlder(conversation, { now, hear }) };
}

function closed({ end, conversation }: Open, { tally, left }: Through): Brought | undefined {
  const brought = end();
  if (typeof brought !== "string") {
    tally.messages.kept += brought.messages.length;
    return brought;
  }
  tally.conversation("left");
  left.write({ why: brought, conversation });
  return undefined;
}

function orphan(of: string | null, message: OlderMessage, { tally, left }: Through): void {
  tally.left("no-conversation", message.id);
  tally.messages.left += 1;
  left.write({ why: "no-conversation", conversation: of, message });
}
