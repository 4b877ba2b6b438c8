import { isolated, quoted } from "@todo-mesh/contracts";
import type { Which } from "./grammar/intent.ts";
import { sayDay, sayDue, sayLocal } from "./say-time.ts";
import type { TaskLine, ToolOutcome } from "./tool-outcome.ts";

const NOTHING: Record<Which, string> = {
  open: "Your list is empty: there is no open task.",
  done: "No task is done yet.",
  overdue: "Nothing is overdue.",
  today: "Nothing is due today.",
  tomorrow: "Nothing is due tomorrow.",
};
const WHAT: Record<Which, string> = {
  open: "open",
  done: "done",
  overdue: "overdue",
  today: "due today",
  tomorrow: "due tomorrow",
};

/** Numbered tasks, so that an answer may name one by its number. */
export function sayList(
  outcome: Extract<ToolOutcome, { outcome: "listed" | "several" }>,
  said: string,
): string {
  const { tasks, total } = outcome;
  const lines = tasks.map((task, at) => `${at + 1}. ${sayTask(task)}`);
  const more = total > tasks.length ? [`… and ${total - tasks.length} more.`] : [];
  if (outcome.outcome === "several")
    return [
      `Several tasks fit ${quoted(said)}:`,
      ...lines,
      ...more,
      "Which one? Say its number.",
    ].join("\n");
  if (total === 0) return NOTHING[outcome.which];
  const tasksAre = total === 1 ? "1 task is" : `${total} tasks are`;
  return [`${tasksAre} ${WHAT[outcome.which]}:`, ...lines, ...more].join("\n");
}

function sayTask({ title, due, done }: TaskLine): string {
  const again = due && `${done ? "due again on " : ""}${sayDue(due)}`;
  const said = [...(done ? [sayDone(done, due)] : []), ...(again ? [again] : [])];
  const name = isolated(title);
  return said.length > 0 ? `${name} (${said.join("; ")})` : name;
}

function sayDone({ times, last }: NonNullable<TaskLine["done"]>, due: TaskLine["due"]): string {
  const often = times === 1 ? "done once" : `done ${times} times`;
  if (!last) return often;
  const date = due && "date" in due ? sayDay(last.local.slice(0, 10)) : sayLocal(last.local);
  return `${often}, ${times === 1 ? "" : "last "}for ${date}`;
}
