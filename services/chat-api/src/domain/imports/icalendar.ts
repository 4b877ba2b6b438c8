import { atFault, type Refusal } from "@todo-mesh/contracts";
import type ICAL from "ical.js";
import type { ImportWords } from "../replies/import-words.ts";
import { type Entry, type Found, isTooLong, leftOut, linesOf, LONGEST_ENTRY } from "./entry.ts";
import { fitting } from "./fitting.ts";
import { componentIn, textOf, valuesOf } from "./ical-values.ts";
import { timesOf } from "./times-of-vtodo.ts";

/**
 * The VTODOs of a calendar (RFC 5545 §3.6.2). Times without a zone are those of `timezone`. Appointments are left out,
 * and what is done already.
 */
export function* readICalendar(
  file: string,
  timezone: string,
  words: ImportWords,
): Generator<Found | Refusal> {
  if (!/^\s*BEGIN:VCALENDAR\b/i.test(file.replace("\ufeff", "")))
    yield atFault({ field: "file", message: words.noCalendar });
  else
    for (const { kind, ...entry } of componentsOf(file))
      yield isTooLong(entry)
        ? leftOut(entry, "", words.leftOut.tooLong(LONGEST_ENTRY))
        : foundOf(entry, kind, { timezone, words });
}

const BEGIN = /^BEGIN:(VTODO|VEVENT|VJOURNAL)\s*$/i;

interface Open {
  readonly kind: string;
  readonly line: number;
  readonly lines: string[];
}

/** Each component with its lines. */
function* componentsOf(file: string): Generator<Entry & Pick<Open, "kind">> {
  let open: Open | undefined;
  for (const [at, line] of linesOf(file).entries()) {
    open ??= beginIn(line, at + 1);
    open?.lines.push(line);
    if (!open || line.trim().toUpperCase() !== `END:${open.kind}`) continue;
    yield entryOf(open);
    open = undefined;
  }
  if (open) yield entryOf(open);
}

function beginIn(text: string, line: number): Open | undefined {
  const kind = BEGIN.exec(text)?.[1]?.toUpperCase();
  return kind === undefined ? undefined : { kind, line, lines: [] };
}

/** Without what is attached as bytes in its midst. */
function entryOf({ kind, line, lines }: Open): Entry & Pick<Open, "kind"> {
  let isAttachment = false;
  const kept = lines.filter((each) => {
    const goesOn = each.startsWith(" ") || each.startsWith("\t");
    if (!goesOn) isAttachment = /^ATTACH[;:]/i.test(each);
    return !isAttachment;
  });
  return { kind, line, text: kept.join("\r\n") };
}

interface Reading {
  readonly timezone: string;
  readonly words: ImportWords;
}

function foundOf(entry: Entry, kind: string, { timezone, words }: Reading): Found {
  const todo = componentIn(entry.text);
  if (!todo) return leftOut(entry, "", words.leftOut.unreadable);
  const title = textOf(todo, "summary").replaceAll(/\s+/g, " ").trim();
  const why = kind === "VTODO" ? whyLeftOut(todo, words.leftOut) : words.leftOut.noTask;
  if (why !== undefined) return leftOut(entry, title, why);
  const times = timesOf(todo, timezone, words);
  const notes = [textOf(todo, "description"), textOf(todo, "url"), ...times.notes];
  const tags = valuesOf(todo, "categories").map(String);
  const { remarks, ...kept } = fitting({ title, notes, tags }, words);
  const priority = PRIORITIES[Number(textOf(todo, "priority"))];
  return {
    line: entry.line,
    title,
    draft: { ...kept, ...(priority !== undefined && { priority }), ...times.draft },
    remarks: [...remarks, ...times.remarks],
  };
}

function whyLeftOut(todo: ICAL.Component, why: ImportWords["leftOut"]): string | undefined {
  const status = textOf(todo, "status").toUpperCase();
  if (status === "CANCELLED") return why.cancelled;
  if (status === "COMPLETED" || todo.hasProperty("completed")) return why.done;
  return todo.hasProperty("recurrence-id") ? why.oneDate : undefined;
}

// RFC 5545 §3.8.1.9: 1 to 4 are high, 5 is medium, 6 to 9 are low, 0 is none.
const PRIORITIES = [
  undefined,
  "urgent",
  "high",
  "high",
  "high",
  "medium",
  "low",
  "low",
  "low",
  "low",
];
