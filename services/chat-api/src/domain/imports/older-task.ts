import { isSeen } from "@todo-mesh/contracts";
import type { Found } from "./entry.ts";
import { fitting } from "./fitting.ts";
import type { ImportWords } from "../replies/import-words.ts";
import { dueOfOlder, type OlderDue, type OlderRule, ruleOfOlder } from "./older-task-times.ts";

/** A row of the older product's `tasks`; `dueDate` as PostgreSQL writes it, in UTC where it has a zone. */
export interface OlderTask {
  readonly id: number;
  readonly userId: string | null;
  readonly title: string | null;
  readonly description: string | null;
  readonly completed: boolean | null;
  readonly priority: string | null;
  readonly tags: string | null;
  readonly dueDate: string | null;
  readonly recurrence: string | null;
}

interface Here {
  /** Of times that name none. */
  readonly timezone: string;
  /** Where a task repeats without a date, it begins on this one. */
  readonly today: string;
  readonly words: ImportWords;
}

/** What a row says of a task, to be checked as a draft; `line` is its number there. */
export function draftOfOlder(row: OlderTask, here: Here): Found {
  const title = clean(row.title).trim();
  const [due, rule] = [dueOfOlder(row.dueDate, here.timezone), ruleOfOlder(row.recurrence)];
  const [oddDue, oddRule] = [oddIn(due), oddIn(rule)];
  const { remarks: say, notes, untitled } = here.words;
  const written = {
    title: isSeen(title) ? title : untitled,
    notes: [
      clean(row.description),
      ...oddDue.map((said) => `${notes.due}: ${said}`),
      ...oddRule.map((said) => `${notes.repeats}: ${said}`),
    ],
    tags: tagsOf(row.tags),
  };
  const { remarks, ...kept } = fitting(written, here.words);
  const priority = priorityOf(row.priority, say);
  return {
    line: row.id,
    title,
    draft: { ...kept, ...priority.draft, ...timeOf(due, rule, here) },
    remarks: [
      ...remarks,
      ...(isSeen(title) ? [] : [say.noTitle]),
      ...priority.remarks,
      ...oddDue.map(say.noDate),
      ...oddRule.map(say.unclearRule),
    ],
  };
}

const oddIn = (time: OlderDue | OlderRule): readonly string[] =>
  time.kind === "odd" ? [time.said] : [];

function timeOf(due: OlderDue, rule: OlderRule, { timezone, today }: Here): object {
  if (rule.kind !== "rule") return due.kind === "due" ? { due: due.due } : {};
  const first = due.kind === "due" ? due : { start: today, due: { timezone } };
  const repeat = { rule: rule.rule, start: first.start, timezone: first.due["timezone"] };
  return { repeat };
}

const clean = (text: string | null): string =>
  (text ?? "").replaceAll("\0", "\ufffd").toWellFormed();

const PRIORITIES: Readonly<Record<string, string>> = {
  low: "low",
  medium: "medium",
  normal: "medium",
  high: "high",
  urgent: "urgent",
  critical: "urgent",
};

function priorityOf(
  text: string | null,
  say: ImportWords["remarks"],
): {
  readonly draft: { readonly priority?: string };
  readonly remarks: readonly string[];
} {
  const said = text?.trim() ?? "";
  const priority = PRIORITIES[said.toLowerCase()];
  if (priority !== undefined) return { draft: { priority }, remarks: [] };
  return {
    draft: {},
    remarks: said === "" ? [] : [say.priority(said)],
  };
}

/** From JSON, from an array of PostgreSQL, or from words between commas. */
function tagsOf(text: string | null): readonly string[] {
  const said = clean(text).trim();
  if (said === "") return [];
  if (said.startsWith("[")) {
    try {
      const read: unknown = JSON.parse(said);
      if (Array.isArray(read)) return read.map(String);
    } catch {
      // Words between commas, then.
    }
  }
  return said
    .replace(/^\{(.*)\}$/s, "$1")
    .split(",")
    .map((tag) => tag.trim().replace(/^"(.*)"$/, "$1"));
}
