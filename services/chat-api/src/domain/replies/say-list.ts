import { isolated, type Listed, type NotDone, type TaskLine } from "@todo-mesh/contracts";
import type { Replies } from "./replies.ts";

/** Numbered tasks, so that an answer may name one by its number. */
export function sayListed(replies: Replies, { tasks, total, which }: Listed): string {
  const { nothing, count } = replies.list;
  if (total === 0) return nothing[which];
  return [count(total, which), ...numbered(replies, tasks, total)].join("\n");
}

/** Asks which of several tasks is meant; the number is enough of an answer. */
export function saySeveral(
  replies: Replies,
  { tasks, total, said }: Extract<NotDone, { outcome: "several" }>,
): string {
  const { list, whichOne } = replies;
  return [list.severalFit(said), ...numbered(replies, tasks, total), whichOne].join("\n");
}

function numbered(replies: Replies, tasks: readonly TaskLine[], total: number): string[] {
  const lines = tasks.map((task, at) => `${at + 1}. ${sayTask(replies, task)}`);
  const rest = total - tasks.length;
  return [...lines, ...(rest > 0 ? [replies.list.more(rest)] : [])];
}

function sayTask({ list, time }: Replies, { title, due, done }: TaskLine): string {
  const again = due && (done ? list.dueAgain(time.due(due)) : time.due(due));
  const last = done?.last && sayLast(time, done.last.local, due);
  const said = [...(done ? [list.done(done.times, last)] : []), ...(again ? [again] : [])];
  const name = isolated(title);
  return said.length > 0 ? `${name} (${said.join("; ")})` : name;
}

const sayLast = (time: Replies["time"], local: string, due: TaskLine["due"]): string =>
  due && "date" in due ? time.day(local.slice(0, 10)) : time.local(local);
