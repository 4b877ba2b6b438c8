import type { Task, TaskReminder } from "@todo-mesh/contracts";
import { aTask, dueAt } from "../a-task.ts";
import { isoAt, wishesOf } from "../model/paper.ts";
import type { Dice } from "./dice.ts";

/** Nothing is due after this minute. */
export const LAST_MINUTE = 3;

const moment = (minute: number) => dueAt(new Date(isoAt(minute)), "UTC");

function remindersBy(dice: Dice): readonly TaskReminder[] | undefined {
  if (dice.isIn(40)) return undefined;
  const all: TaskReminder[] = [
    { minutes: 0 },
    { minutes: -1 },
    { minutes: -2 },
    { minutes: 1 },
    moment(dice.between(1, 2)),
  ];
  return all.filter(() => dice.isIn(45));
}

function wantedBy(dice: Dice): Partial<Task> {
  if (dice.isIn(8)) return {};
  const due = moment(dice.between(1, 2));
  const reminders = remindersBy(dice);
  const isSeries = dice.isIn(30);
  const rule = `FREQ=MINUTELY;INTERVAL=${dice.of([1, 2])}`;
  return {
    due,
    ...(reminders && { reminders: [...reminders] }),
    ...(isSeries && {
      repeat: { rule, start: "2026-11-22T08:00:00", timezone: "UTC", from: "schedule" as const },
    }),
    ...(dice.isIn(25) && { nag: { every_minutes: 1, times: dice.of([1, 1, 2]) } }),
  };
}

const keptOf = ({ due, repeat, reminders, nag }: Task): Partial<Task> => ({
  ...(due && { due }),
  ...(repeat && { repeat }),
  ...(reminders && { reminders }),
  ...(nag && { nag }),
});

/** What a person may say of its rings at that second; what they said before holds while they leave all as it was. */
function silenceBy(dice: Dice, before: Task, second: number): Partial<Task> {
  const { snoozed, muted, acknowledged_at } = before;
  const said = {
    ...(snoozed && { snoozed }),
    ...(muted && { muted }),
    ...(acknowledged_at && { acknowledged_at }),
  };
  const until = isoAt((second + dice.between(2, 6) * 10) / 60);
  const since = isoAt(second / 60);
  if (dice.isIn(25)) return { ...said, snoozed: { until, timezone: "UTC", since } };
  if (dice.isIn(15)) return { ...said, muted: { until, timezone: "UTC" } };
  return dice.isIn(20) ? { ...said, acknowledged_at: since } : said;
}

/** What becomes of a task: it is wanted otherwise, stays as it is, is done or in the trash. */
function nextBy(dice: Dice, before: Task, second: number): Partial<Task> {
  const at = isoAt(second / 60);
  if (dice.isIn(45)) return { ...keptOf(before), ...silenceBy(dice, before, second) };
  if (dice.isIn(75)) return wantedBy(dice);
  const end = dice.isIn(50) ? { status: "done" as const } : { deleted_at: at };
  return { ...keptOf(before), ...end };
}

/** A second at which something rings, or just before or after that: where news and rings meet, they may harm each other. */
function aboutARing(dice: Dice, versions: readonly Task[], second: number): number {
  const rings = versions.slice(-1).flatMap((task) => wishesOf(task).map(({ at }) => at * 60));
  const about = rings
    .filter((at) => at <= LAST_MINUTE * 60)
    .map((at) => at + dice.of([-2, -1, 0, 0, 0, 1]));
  const later = about.filter((at) => at > second);
  return later.length > 0 ? Math.round(dice.of(later)) : second + dice.between(1, 60);
}

/** The versions of one task in their order, as chat-api would make them; each is made at a moment of its own. */
export function versionsBy(dice: Dice): readonly Task[] {
  const versions: Task[] = [];
  let second = 0;
  for (let left = dice.between(1, 4); left > 0; left -= 1) {
    const at = isoAt(second / 60);
    const before = versions.at(-1);
    const version = versions.length + 1;
    const facts = before ? nextBy(dice, before, second) : wantedBy(dice);
    versions.push({ ...aTask(), ...facts, title: `version ${version}`, version, updated_at: at });
    second = dice.isIn(40) ? aboutARing(dice, versions, second) : second + dice.between(1, 60);
  }
  return versions;
}
