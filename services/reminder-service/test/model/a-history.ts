import type { Task, TaskReminder } from "@todo-mesh/contracts";
import * as fc from "fast-check";
import { aTask, dueAt } from "../a-task.ts";
import { isoAt } from "./paper.ts";

const moment = (minute: number) => dueAt(new Date(isoAt(minute)), "UTC");

const Reminder: fc.Arbitrary<TaskReminder> = fc.oneof(
  fc.record({ minutes: fc.constantFrom(-7, -4, 0, 0, 3, 11) }),
  fc.integer({ min: 0, max: 60 }).map(moment),
);
const once = { maxLength: 3, selector: (each: TaskReminder) => JSON.stringify(each) };

const Change = fc.record({
  after: fc.integer({ min: 0, max: 12 }),
  is: fc.constantFrom("open", "open", "open", "open", "done", "deleted"),
  due: fc.option(fc.constantFrom(10, 15, 20, 23, 30, 31, 45, 60), { freq: 8 }),
  /** Which date of its series it is: a date that was moved by hand, if it has one. */
  moved: fc.option(fc.constantFrom(1, 2, 3, 4), { freq: 2 }),
  every: fc.constantFrom(0, 0, 10, 15),
  from: fc.constantFrom("schedule" as const, "schedule", "schedule", "completion"),
  reminders: fc.option(fc.uniqueArray(Reminder, once)),
  nag: fc.option(
    fc.record({ every_minutes: fc.constantFrom(2, 5, 9), times: fc.constantFrom(1, 3) }),
  ),
  snooze: fc.option(fc.integer({ min: 1, max: 25 }), { freq: 3 }),
  mute: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 5 }),
  acknowledges: fc.constantFrom(false, false, false, true),
  /** It leaves all this as it was: often only the title is another. */
  keeps: fc.boolean(),
});
type Change = typeof Change extends fc.Arbitrary<infer Value> ? Value : never;

type Wanted = Pick<Task, "due" | "repeat" | "reminders" | "nag">;

const wantedBy = ({ due, every, from, moved, reminders, nag }: Change): Wanted => ({
  ...(due !== null && { due: { ...moment(due), ...(moved && occurrence(moved * every)) } }),
  ...(due !== null && every > 0 && { repeat: everyMinutes(every, from) }),
  ...(reminders && { reminders }),
  ...(nag && { nag }),
});

const occurrence = (minute: number) =>
  minute > 0 && { occurrence: { at: isoAt(minute), local: moment(minute).local } };

const everyMinutes = (every: number, from: Change["from"]) => ({
  rule: `FREQ=MINUTELY;INTERVAL=${every}`,
  start: "2026-11-22T08:00:00",
  timezone: "UTC",
  from,
});

const keptOf = ({ due, repeat, reminders, nag }: Task): Wanted => ({
  ...(due && { due }),
  ...(repeat && { repeat }),
  ...(reminders && { reminders }),
  ...(nag && { nag }),
});

/** What a person says of its rings at that minute; what they said before holds while they leave all as it was. */
function silenceOf(before: Task | undefined, change: Change, minute: number) {
  const { snoozed, muted, acknowledged_at } = (change.keeps ? before : undefined) ?? {};
  const { snooze, mute } = change;
  const said = snooze && { until: isoAt(minute + snooze), timezone: "UTC", since: isoAt(minute) };
  const silence = {
    snoozed: said || snoozed,
    muted: mute ? { until: isoAt(minute + mute), timezone: "UTC" } : muted,
    acknowledged_at: change.acknowledges ? isoAt(minute) : acknowledged_at,
  };
  return Object.fromEntries(Object.entries(silence).filter(([, value]) => value !== undefined));
}

function nextVersion(before: Task | undefined, change: Change, minute: number): Task {
  const version = (before?.version ?? 0) + 1;
  return {
    ...aTask(),
    ...(change.keeps && before ? keptOf(before) : wantedBy(change)),
    ...silenceOf(before, change, minute),
    title: `version ${version}`,
    version,
    status: change.is === "done" ? "done" : "open",
    ...(change.is === "deleted" && { deleted_at: isoAt(minute) }),
    updated_at: isoAt(minute),
  };
}

/** Some versions of one task, in their order, as chat-api would make them. */
export const History = fc.array(Change, { minLength: 1, maxLength: 6 }).map((changes) => {
  const versions: Task[] = [];
  let minute = 0;
  for (const change of changes) {
    minute += change.after;
    versions.push(nextVersion(versions.at(-1), change, minute));
  }
  return versions;
});
