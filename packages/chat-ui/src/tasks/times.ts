import type { Task, TaskDraft, WhenAnswer } from "@todo-mesh/contracts";

type Times = Pick<TaskDraft, "due" | "repeat" | "reminders">;
type Meant = Extract<WhenAnswer, { reading: string }>;

/** Whether it is one meaning, of a time by itself. */
export const isTime = (answer: WhenAnswer | undefined): answer is Meant =>
  answer !== undefined && ["instant", "date", "recurrence"].includes(answer.kind);

/** The times that a task is given by a meaning. */
export function timesOf(meant: Meant): Times {
  const reminders = meant.remind ? { reminders: [meant.remind] } : {};
  if (meant.kind === "recurrence") return { repeat: repeatOf(meant), ...reminders };
  if (meant.kind === "offset") return {};
  const { timezone } = meant;
  const due =
    meant.kind === "date"
      ? { date: meant.date, timezone }
      : { local: meant.local, at: meant.at, timezone };
  return { due, ...reminders };
}

// What is about whole days has its dates without a time.
function repeatOf(meant: Extract<WhenAnswer, { kind: "recurrence" }>): NonNullable<Task["repeat"]> {
  const { rule, start, timezone, from, exdates, rdates, floating } = meant;
  const dayOrTime = (at: string): string => (meant.all_day ? at.slice(0, 10) : at);
  return {
    rule,
    start: dayOrTime(start),
    timezone,
    from,
    ...(exdates && { exdates: exdates.map(dayOrTime) }),
    ...(rdates && { rdates: rdates.map(dayOrTime) }),
    ...(floating && { floating }),
  };
}
