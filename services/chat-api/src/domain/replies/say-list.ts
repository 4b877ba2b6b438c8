import {
  isolated,
  type Listed,
  type NotDone,
  quoted,
  type TaskLine,
  type Which,
} from "@todo-mesh/contracts";
import { sayDay, sayDue, sayLocal } from "./say-time.ts";

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
export function sayListed({ tasks, total, which }: Listed): string {
  if (total === 0) return NOTHING[which];
  const tasksAre = total === 1 ? "1 task is" : `${total} tasks are`;
  return [`${tasksAre} ${WHAT[which]}:`, ...numbered(tasks, total)].join("\n");
}

/** Asks which of several tasks is meant; the number is enough of an answer. */
export function saySeveral({
  tasks,
  total,
  said,
}: Extract<NotDone, { outcome: "several" }>): string {
  const fit = said === undefined ? "that" : quoted(said);
  return [
    `Several tasks fit ${fit}:`,
    ...numbered(tasks, total),
    "Which one? Say its number.",
  ].join("\n");
}

function numbered(tasks: readonly TaskLine[], total: number): string[] {
  const lines = tasks.map((task, at) => `${at + 1}. ${sayTask(task)}`);
  const more = total > tasks.length ? [`… and ${total - tasks.length} more.`] : [];
  return [...lines, ...more];
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
