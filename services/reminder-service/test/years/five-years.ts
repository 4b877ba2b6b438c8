import type { Task } from "@todo-mesh/contracts";
import { ReminderDue } from "@todo-mesh/contracts/events";
import { quietLogger } from "@todo-mesh/kit/testing";
import type { Job } from "@todo-mesh/ports";
import {
  countingIds,
  inMemoryJobs,
  inMemoryPublisher,
  inMemoryStateStore,
} from "@todo-mesh/ports/testing";
import { days, erasOf } from "@todo-mesh/recurrence/testing";
import { aLife } from "../a-service.ts";
import { aTask, dueAt } from "../a-task.ts";
import { beginAnew, later, pass, passed, really, runUntil } from "../simulation/virtual-time.ts";

/*
 * node --import ../simulation/virtual-time.ts five-years.ts
 * Lets five years of series ring in the service, in time that is not real, and says as one line of JSON which of them
 * did not ring at the moments of a model that reads the clocks of their zones.
 */

const [MINUTE, DAY] = [60_000, 86_400_000];
const [BEGIN, END] = [Date.UTC(2022, 0, 1), Date.UTC(2027, 0, 1)];

/** Each with a time of day that its clocks leave out once a year, show twice, or neither. */
const PLACES: readonly (readonly [zone: string, timeOfDay: number])[] = [
  ["Europe/Rome", 150 * MINUTE],
  ["America/New_York", 90 * MINUTE],
  ["America/New_York", 150 * MINUTE],
  ["Australia/Lord_Howe", 135 * MINUTE],
  ["Africa/Casablanca", 140 * MINUTE],
  ["Asia/Kolkata", 540 * MINUTE],
];
/** So many of them have a series of every day as well. */
const DAILY_IN = 4;

const isSunday = (date: Date): boolean => date.getUTCDay() === 0;
const isLastOfMonth = (date: Date): boolean =>
  new Date(date.getTime() + DAY).getUTCMonth() !== date.getUTCMonth();
const RULES: readonly (readonly [rule: string, isOn: (date: Date) => boolean])[] = [
  ["FREQ=DAILY", () => true],
  ["FREQ=WEEKLY;BYDAY=SU", isSunday],
  ["FREQ=MONTHLY;BYMONTHDAY=31", (date) => date.getUTCDate() === 31],
  ["FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", isLastOfMonth],
];

interface Series {
  readonly task: Task;
  /** When the model says that it is due. */
  readonly dates: readonly string[];
}

const allSeries = (): Series[] =>
  PLACES.flatMap(([timezone, timeOfDay], place) => {
    const eras = erasOf(timezone);
    return RULES.slice(place < DAILY_IN ? 0 : 1).flatMap(([rule, isOn], n) => {
      const dates = days(eras, timeOfDay, isOn).filter((at) => at > BEGIN + 2 * DAY && at < END);
      const [first] = dates;
      if (first === undefined) return [];
      const start = new Date(BEGIN + 2 * DAY + timeOfDay).toISOString().slice(0, 19);
      const made = new Date(BEGIN).toISOString();
      const task = {
        ...aTask({ due: dueAt(new Date(first), timezone) }),
        id: `5b0a1f9e-6a0e-4a8e-8f51-0000000000${place}${n}`,
        user_id: `user-${place}`,
        repeat: { rule, start, timezone, from: "schedule" as const },
        created_at: made,
        updated_at: made,
      };
      return [{ task, dates: dates.map((at) => new Date(at).toISOString()) }];
    });
  });

/** The service, with parts in memory that never fail; the scheduler rings each job at its time. */
function aCalmService() {
  const clock = { now: () => new Date(BEGIN + passed()) };
  const [store, publisher, jobs] = [
    inMemoryStateStore(clock),
    inMemoryPublisher(),
    inMemoryJobs(clock),
  ];
  const schedule = async (job: Job): Promise<void> => {
    await jobs.schedule(job);
    later(
      job.at.getTime() - clock.now().getTime(),
      () => void life.timers.ring(job.name, job.data),
    );
  };
  const life = aLife(
    {
      clock,
      store,
      publisher,
      jobs: { has: jobs.has, schedule },
      ids: countingIds(),
      log: quietLogger(),
      checkTasks: async ({ tasks }) => ({
        tasks: tasks.map(() => ({ standing: "same" as const })),
      }),
    },
    { wait: pass, sweepEveryMs: Infinity, tendEveryMs: Infinity },
  );
  return { life, publisher };
}

const began = really();
beginAnew(() => 0.5);
const series = allSeries();
const { life, publisher } = aCalmService();
const armEachDay = async (): Promise<void> => {
  for (;;) {
    await life.timers.tend();
    await pass(DAY);
  }
};
void life.hear(...series.map(({ task }) => task));
void armEachDay();
await runUntil(END - BEGIN);

const rang = publisher.published.map(({ event }) => ReminderDue.data.parse(event.data));
const byTask = Map.groupBy(rang, ({ task_id }) => task_id);
const wrong = series.flatMap(({ task, dates }) => {
  const own = (byTask.get(task.id) ?? []).map(({ due_at }) => due_at);
  const first = dates.find((date, n) => own[n] !== date) ?? own[dates.length];
  return first === undefined ? [] : [`${task.repeat?.rule} in ${task.due?.timezone} at ${first}`];
});
const late = rang.filter(
  ({ due_at, announced_at }) => Date.parse(announced_at) - Date.parse(due_at) > 100,
);
const early = rang.filter(({ due_at, announced_at }) => announced_at < due_at);
process.stdout.write(
  `${JSON.stringify({ rang: rang.length, wrong, late: late.length, early: early.length, took: really() - began })}\n`,
);
