import { atFault, type Refusal } from "@todo-mesh/contracts";
import { canonicalZone } from "@todo-mesh/recurrence";
import type { Context } from "@todo-mesh/when";
import { csvRows, type Row } from "./csv-rows.ts";
import type { ImportWords } from "../replies/import-words.ts";
import { type Found, isTooLong, leftOut, LONGEST_ENTRY } from "./entry.ts";
import { fitting } from "./fitting.ts";
import { timeOfPhrase } from "./time-of-phrase.ts";

type Cells = Readonly<Record<string, string>>;

/** A task of the table, and the comments that stand below it. */
interface Item {
  readonly line: number;
  readonly cells: Cells;
  readonly section: string;
  /** What it is a part of, the outermost first. */
  readonly parents: readonly string[];
  readonly comments: string[];
}

/**
 * The tasks of a project as Todoist exports it: rows of tasks, sections and comments ("Import or export a project as a
 * CSV file" in Todoist's help). Phrases are read as said now, in the language and zone that their row names.
 */
export function* readTodoist(
  file: string,
  context: Context,
  words: ImportWords,
): Generator<Found | Refusal> {
  const rows = csvRows(file);
  const head = rows.next().value?.cells?.map((name) => name.trim().toUpperCase()) ?? [];
  if (!head.includes("TYPE") || !head.includes("CONTENT"))
    yield atFault({ field: "file", message: words.noTable });
  else
    for (const item of itemsIn(rows, head, words))
      yield "cells" in item ? foundOf(item, context, words) : item;
}

/** Tasks, each with the comments below it; and what is no row, or a comment on nothing. */
function* itemsIn(
  rows: Iterable<Row>,
  head: readonly string[],
  { leftOut: why }: ImportWords,
): Generator<Item | Found> {
  const place = createOutline();
  let open: Item | undefined;
  for (const row of rows) {
    const read = namedIn(row, head);
    if (!read) yield leftOut(row, "", isTooLong(row) ? why.tooLong(LONGEST_ENTRY) : why.noRow);
    else if (read.cells["TYPE"] !== "note") {
      if (open) yield open;
      open = place(read);
    } else if (open) open.comments.push(of(read.cells, "CONTENT"));
    else yield leftOut(row, of(read.cells, "CONTENT"), why.onNoTask);
  }
  if (open) yield open;
}

type Named = Pick<Item, "line" | "cells">;

function namedIn({ line, cells }: Row, head: readonly string[]): Named | undefined {
  if (!cells) return undefined;
  return { line, cells: Object.fromEntries(head.map((name, n) => [name, cells[n]?.trim() ?? ""])) };
}

const of = (cells: Cells, name: string): string => cells[name] ?? "";

/** Gives each task its section and what it is a part of, as the rows before it say. */
function createOutline(): (row: Named) => Item | undefined {
  const parents: string[] = [];
  let section = "";
  return ({ line, cells }) => {
    const content = of(cells, "CONTENT");
    if (cells["TYPE"] === "section") section = content;
    if (cells["TYPE"] !== "task") return undefined;
    const depth = Math.max(0, (Number(of(cells, "INDENT")) || 1) - 1);
    parents.length = Math.min(parents.length, depth);
    const item = { line, cells, section, parents: [...parents], comments: [] };
    parents.push(content);
    return item;
  };
}

const LABEL = /(?<=^|\s)@([^\s@]+)/gu;
const PRIORITIES: Readonly<Record<string, string>> = { 1: "urgent", 2: "high", 3: "medium" };
const LANGUAGES = /^[a-z]{2}$/;

function foundOf(item: Item, context: Context, words: ImportWords): Found {
  const { line, cells, section, comments } = item;
  const written = of(cells, "CONTENT");
  const title = written.replaceAll(LABEL, "").replaceAll(/\s+/g, " ").trim() || written;
  const labels = [...written.matchAll(LABEL)].map(([, label = ""]) => label);
  const time = timeIn(cells, context, words);
  const about = aboutIn(item, "remark" in time, words);
  const notes = [of(cells, "DESCRIPTION"), ...comments, about];
  const { remarks, ...kept } = fitting({ title, notes, tags: [...labels, section] }, words);
  const priority = PRIORITIES[of(cells, "PRIORITY")];
  const draft = { ...kept, ...(priority !== undefined && { priority }) };
  return "remark" in time
    ? { line, title, draft, remarks: [...remarks, time.remark] }
    : { line, title, draft: { ...draft, ...time.time }, remarks };
}

/** What a task has no field for. */
function aboutIn({ cells, parents }: Item, hasNoDate: boolean, { notes }: ImportWords): string {
  const lines: readonly (readonly [name: string, said: string])[] = [
    [notes.partOf, parents.join(" › ")],
    [notes.deadline, of(cells, "DEADLINE")],
    [notes.takes, `${of(cells, "DURATION")} ${of(cells, "DURATION_UNIT")}`.trim()],
    [notes.for, of(cells, "RESPONSIBLE")],
    [notes.date, hasNoDate ? of(cells, "DATE") : ""],
  ];
  return lines.flatMap(([name, said]) => (said === "" ? [] : `${name}: ${said}`)).join("\n");
}

function timeIn(
  cells: Cells,
  context: Context,
  words: ImportWords,
): ReturnType<typeof timeOfPhrase> {
  const [when, zone] = [of(cells, "DATE"), of(cells, "TIMEZONE")];
  if (when === "") return { time: {} };
  const timezone = zone === "" ? context.timezone : canonicalZone(zone);
  if (timezone === undefined) return { remark: words.remarks.noZone(zone) };
  const preferences = { ...context.preferences, ...localeIn(cells) };
  return timeOfPhrase(when, { ...context, timezone, preferences }, words);
}

function localeIn(cells: Cells): { locale?: string } {
  const language = of(cells, "DATE_LANG");
  return LANGUAGES.test(language) ? { locale: language } : {};
}
