import type { Task } from "@todo-mesh/contracts";
import type { Event, TaskErased, TaskEventData } from "@todo-mesh/contracts/events";
import type { Logger } from "@todo-mesh/kit";
import type { Clock, EventPublisher, JobScheduler, StateStore } from "@todo-mesh/ports";
import { briefly } from "@todo-mesh/ports/testing";
import { createOutbox, type Transaction } from "@todo-mesh/state";
import { createTimers } from "@todo-mesh/timers";
import { TimerData } from "../src/domain/planning/timers-between.ts";
import { keepRemindersInStep } from "../src/use-cases/keep-reminders-in-step.ts";
import { letGoOfErased } from "../src/use-cases/let-go-of-erased.ts";
import { followPreferences, forgetHours } from "../src/use-cases/follow-preferences.ts";
import { fireReminders } from "../src/use-cases/fire-reminders.ts";
import { emitLostNews } from "../src/use-cases/emit-lost-news.ts";
import { createReminderIndex } from "../src/use-cases/reminder-index.ts";
import { listReminders } from "../src/use-cases/list-reminders.ts";
import { exportReminders } from "../src/use-cases/export-reminders.ts";
import { readReminder } from "../src/use-cases/read-reminder.ts";
import { at } from "./a-task.ts";
import { aWorld, type World } from "./a-world.ts";

interface Reach extends Omit<World, "clock" | "invoker" | "log" | "store" | "publisher" | "jobs"> {
  readonly clock: Clock;
  readonly log: Logger;
  readonly store: StateStore;
  readonly publisher: EventPublisher;
  readonly jobs: JobScheduler;
  readonly isHeld?: (within?: Transaction) => Promise<boolean>;
}

/** It does nothing by itself, and waits for nothing long. */
const BY_HAND = { wait: briefly, sweepEveryMs: Infinity, tendEveryMs: Infinity };

/** One life of reminder-service without its doors. */
export function aLife(reach: Reach, { wait, ...rounds } = BY_HAND) {
  const outbox = createOutbox({ ...reach, service: "reminder-service", wait });
  const timers = createTimers({ ...reach, ...rounds, name: "reminders", schema: TimerData });
  const index = createReminderIndex(reach);
  const deps = { ...reach, outbox, timers, index };
  timers.start(fireReminders(deps));
  const handle = keepRemindersInStep(deps);
  const loseNews = emitLostNews(deps);
  const erase = letGoOfErased(deps);
  return {
    outbox,
    timers,
    index,
    list: listReminders(deps),
    read: readReminder(deps),
    export: exportReminders(deps),
    /** News that could not be taken in lies with the dead letters. */
    loseNews,
    /** News of these tasks arrives, in one batch. */
    hear: (...tasks: readonly Task[]) => handle(tasks.map(newsOf)),
    /** News arrives of what Ada has chosen, or that she was forgotten. */
    choose: followPreferences(deps),
    forget: forgetHours(deps),
    /** News arrives that this task was erased, with that version. */
    hearErased: (task_id: string, task_version: number) => erase([erasedOf(task_id, task_version)]),
  };
}

/** A world with one life of reminder-service in it. */
export function aService() {
  const world = aWorld();
  const life = aLife(world);
  return {
    ...world,
    ...life,
    /** News of these tasks arrives, in one batch; the scheduler has its jobs when this resolves. */
    hear: async (...tasks: readonly Task[]): Promise<void> => {
      await life.hear(...tasks);
      // Nothing in memory waits for anything outside: one turn of the event loop does all that is to be done.
      await new Promise(setImmediate);
    },
    /** The scheduler rings what is due at that time. */
    ringAt: async (time: string): Promise<void> => {
      world.clock.set(at(time));
      await world.jobs.ringDue((job) => life.timers.ring(job.name, job.data));
      // The next date of a series has its job.
      await new Promise(setImmediate);
    },
    /** All that is due at that time rings at once; answers how many will ring again. */
    ringAll: async (time: string): Promise<number> => {
      world.clock.set(at(time));
      const rung = world.jobs.due().map(({ name, data }) => life.timers.ring(name, data));
      const outcomes = await Promise.allSettled(rung);
      return outcomes.filter(({ status }) => status === "rejected").length;
    },
    /** What was announced, once nothing is left to publish. */
    announced: async () => {
      await life.outbox.idle();
      return world.publisher.published.map(({ event }) => event);
    },
  };
}

const change = { id: "018f0000-0000-7000-8000-000000000000", by: "person" } as const;

let told = 0;
const erasedOf = (task_id: string, task_version: number): Event<TaskErased> => ({
  id: `event-${(told += 1)}`,
  data: { user_id: "ada", task_id, task_version, change },
});
export const newsOf = (task: Task): Event<TaskEventData> => ({
  id: `event-${(told += 1)}`,
  data: { user_id: task.user_id, task, change },
});
