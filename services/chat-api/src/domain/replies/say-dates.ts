import type { DatesTold } from "@todo-mesh/contracts";
import { toLocal } from "@todo-mesh/recurrence";
import type { Replies } from "./replies.ts";

type Dates = NonNullable<DatesTold["dates"]>;

const STATES = ["done", "skipped", "moved"] as const;

/** What became of the dates of a task: how many of each, and the last of them one by one. */
export function sayDates(replies: Replies, { task, timezone, dates, done_at }: DatesTold): string {
  const { time, dates: words } = replies;
  const byClock = (at: string): string => time.local(toTheMinute(toLocal(new Date(at), timezone)));
  if (!dates) return words.once(task.title, done_at === undefined ? undefined : byClock(done_at));
  const counts = STATES.filter((state) => dates[state] > 0);
  if (counts.length === 0) return words.none(task.title);
  const total = counts.reduce((sum, state) => sum + dates[state], 0);
  const times = counts.map((state) => words.times[state](dates[state]));
  const last = dates.recent.length < total ? dates.recent.length : undefined;
  const lines = dates.recent.map(({ at, ...date }) =>
    sayDate(replies, { due: task.due, ...date }, byClock(at)),
  );
  return [words.count(task.title, times, last), ...lines].join("\n");
}

function sayDate(
  { time, dates: { became, other } }: Replies,
  { occurrence: { local }, state, due }: Omit<Dates["recent"][number], "at" | "change_id">,
  at: string,
): string {
  const place = due && "date" in due ? time.day(local.slice(0, 10)) : time.local(local);
  const known: Readonly<Record<string, typeof became.done>> = became;
  return `- ${place}: ${known[state]?.({ at, to: due ? time.due(due) : "" }) ?? other}`;
}

const toTheMinute = (wall: string): string => `${wall.slice(0, 16)}:00`;
