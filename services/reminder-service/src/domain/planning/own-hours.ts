import { PersonPreferences, type Task, type TaskReminder } from "@todo-mesh/contracts";
import { z } from "zod";

/** At which hours a person wants to hear of whole days, and since when they do. */
export const OwnHours = z.object({
  at: z.iso.datetime(),
  /** Left out: nobody has told yet, and a task goes by the hour that it was given. */
  chosen: PersonPreferences.pick({ day_reminder: true, evening_reminder: true }).optional(),
});
export type OwnHours = z.infer<typeof OwnHours>;

type Facts = Pick<Task, "reminders" | "updated_at">;
type Counted = Extract<TaskReminder, { days: number }>;

const isOwn = (reminder: TaskReminder): reminder is Counted =>
  "days" in reminder && reminder.own_hour === true;

/** Whether a task is to ring at its person's own hours. */
export const goesByOwnHours = ({ reminders = [] }: Facts): boolean => reminders.some(isOwn);

/**
 * The task with its reminders at the hours that its person has chosen; one whose hour was taken back has no time, and
 * does not ring. A choice counts from when it was made: what it moved into the past is not made up for.
 */
export function atOwnHours<Kind extends Facts>(task: Kind, hours: OwnHours | undefined): Kind {
  const { chosen, at } = hours ?? {};
  if (!chosen || at === undefined) return task;
  const moved = task.reminders?.map((each) => (isOwn(each) ? atHour(each, chosen) : each));
  if (!moved || moved.every((each, n) => each === task.reminders?.[n])) return task;
  const updated_at = Date.parse(at) > Date.parse(task.updated_at) ? at : task.updated_at;
  return { ...task, reminders: moved, updated_at };
}

function atHour(reminder: Counted, chosen: NonNullable<OwnHours["chosen"]>): Counted {
  const { time: before, ...rest } = reminder;
  const hours = new Map([
    [0, chosen.day_reminder],
    [-1, chosen.evening_reminder],
  ]);
  const time = hours.has(reminder.days) ? hours.get(reminder.days) : before;
  if (time === before) return reminder;
  return { ...rest, ...(time !== undefined && { time }) };
}
