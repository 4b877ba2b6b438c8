import { idOfOlder, isSeen, type Message } from "@todo-mesh/contracts";
import type { Odd, OlderMessage } from "./older-rows.ts";
import { olderToolCalls } from "./older-tool-calls.ts";

/** So many characters of a message are kept: a page of 200 must still be readable. */
const LONGEST_TEXT = 16_000;
const LONGEST_ROLE = 40;
// Years of four digits, as a time is written on the wire.
const [FIRST_MOMENT, LAST_MOMENT] = [Date.UTC(1, 0), Date.UTC(9999, 11, 31)];

/** What a message follows: when the one before it was said, and which message began its turn. */
export interface Before {
  readonly at: number;
  readonly turnOf?: number | undefined;
}

/** A row as a message, and what is odd about it. The same row becomes the same message, whenever it is read. */
export function messageOfOlder(
  row: OlderMessage,
  before: Before,
  now: Date,
): { readonly message: Message; readonly odd: readonly Odd[]; readonly next: Before } {
  const [text, role, time] = [textOf(row), roleOf(row), timeOf(row, before, now)];
  const tools = olderToolCalls(row.toolCalls);
  const [calls, oddCalls] = "odd" in tools ? [[], [tools.odd]] : [tools.calls, []];
  const turnOf = role.role === "person" ? row.id : (before.turnOf ?? row.id);
  const message: Message = {
    id: idOfOlder("message", row.id),
    role: role.role,
    text: text.text,
    ...(calls.length > 0 && { tool_calls: [...calls] }),
    turn_id: idOfOlder("turn", turnOf),
    at: new Date(time.at).toISOString(),
  };
  const odd = [...text.odd, ...role.odd, ...time.odd, ...oddCalls];
  return { message, odd, next: { at: time.at, turnOf } };
}

function timeOf(
  { createdAt }: OlderMessage,
  before: Before,
  now: Date,
): { readonly at: number; readonly odd: readonly Odd[] } {
  const at = momentOf(createdAt);
  if (at === undefined) return { at: before.at, odd: ["no-time"] };
  return { at, odd: at > now.getTime() ? ["future-time"] : [] };
}

/** The moment of a column, if it is one that can be written down. */
export const momentOf = (at: number | null): number | undefined =>
  at !== null && at >= FIRST_MOMENT && at <= LAST_MOMENT ? at : undefined;

// UTF-8 that was read as Latin-1: Ã, Â or â with what can only follow there.
const MISREAD = /[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac|\ufffd/;

function textOf({ content }: OlderMessage): { readonly text: string; readonly odd: Odd[] } {
  if (content === null) return { text: "", odd: ["no-text"] };
  const clean = content.replaceAll("\0", "\ufffd").toWellFormed();
  const odd: Odd[] = [];
  if (!isSeen(content)) odd.push("empty");
  if (clean !== content) odd.push("nul");
  else if (MISREAD.test(clean)) odd.push("encoding");
  if (clean.length <= LONGEST_TEXT) return { text: clean, odd };
  // Not within a pair of surrogates.
  return { text: `${clean.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`, odd: [...odd, "long"] };
}

const ROLES: Readonly<Record<string, string>> = { user: "person", human: "person" };

function roleOf({ role }: OlderMessage): { readonly role: string; readonly odd: readonly Odd[] } {
  if (role === null) return { role: "unknown", odd: ["no-role"] };
  const word = role.trim().toLowerCase();
  const known = ROLES[word] ?? word;
  if (known === "person" || known === "assistant") return { role: known, odd: [] };
  return {
    role:
      role.replaceAll("\0", "").toWellFormed().slice(0, LONGEST_ROLE).toWellFormed() || "unknown",
    odd: ["unknown-role"],
  };
}
