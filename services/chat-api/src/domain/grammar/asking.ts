import type { ListInput, Which } from "@todo-mesh/contracts";
import type { Intent } from "./intent.ts";

const THE_LIST =
  /\b(?:list|tasks?|todos?|to-?dos?|reminders?|agenda|plate|due|overdue|done|completed|finished|open|left|do)\b/i;
const ASKS =
  /^(?:what|which|show|list|display|see|view|read|give me|tell me|do i have|is there|are there|anything|my)\b/i;
const BARE = /^(?:the |my )?(?:list|tasks|todos|to-?dos|reminders|agenda|overdue)$/i;
const MOST_WORDS = 12;

const WHICH: readonly (readonly [Which, RegExp])[] = [
  ["overdue", /\b(?:overdue|late)\b/i],
  ["tomorrow", /\btomorrow\b/i],
  ["today", /\b(?:today|tonight)\b/i],
  ["done", /\b(?:done|completed?|finished)\b/i],
];

/** Reads questions for the list; undefined for any other sentence. */
export function readAsking(line: string): Intent | undefined {
  if (!asksForList(line)) return undefined;
  const which = WHICH.find(([, words]) => words.test(line))?.[0] ?? "open";
  const input: ListInput = { which };
  return { kind: "call", name: "list_tasks", arguments: input };
}

function asksForList(line: string): boolean {
  if (BARE.test(line)) return true;
  return line.split(" ").length <= MOST_WORDS && ASKS.test(line) && THE_LIST.test(line);
}
