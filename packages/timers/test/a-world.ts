import { quietLogger } from "@todo-mesh/kit/testing";
import type { Clock, Stored } from "@todo-mesh/ports";
import { inMemoryJobs, inMemoryStateStore, settableClock } from "@todo-mesh/ports/testing";
import { atomically, keyOf, type Transaction } from "@todo-mesh/state";
import { z } from "zod";
import { createTimers, type DueTimer, type Timer, type TimersOptions } from "../src/index.ts";

/** What a test may have otherwise in a process: its parts, and what it does with what is due. */
type ProcessOptions = Partial<TimersOptions<string>> & {
  readonly fire?: (tx: Transaction, due: readonly DueTimer<string>[]) => Promise<void>;
};

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** So near that timers of several groups do not share a job. */
export const SOON = 4 * SECOND;
const START = Date.parse("2026-11-22T08:00:00Z");

/** One store, one scheduler and one clock, and as many processes on them as a test wants. */
export function aWorld() {
  const clock = settableClock(new Date(START));
  const store = inMemoryStateStore(clock);
  const jobs = inMemoryJobs(clock);
  const writing = writeEffects(clock);

  /** Unless it is told how often, it sweeps and tends only when asked to. */
  const aProcess = ({ fire = writing, ...options }: ProcessOptions = {}) => {
    const log = quietLogger();
    const ids = { next: () => crypto.randomUUID() };
    const own = { name: "bells", store, jobs, clock, ids, log, schema: z.string() };
    const never = { sweepEveryMs: Infinity, tendEveryMs: Infinity };
    const timers = createTimers<string>({ ...own, ...never, ...options });
    timers.start(fire);
    const within = (work: (tx: Transaction) => Promise<void>) =>
      atomically(options.store ?? store, work);
    return {
      ...timers,
      log,
      setAll: (all: Timer<string>[]) => within((tx) => timers.set(tx, all)),
      setAt: (name: string, at: Date, data = name, group?: string) =>
        within((tx) => timers.set(tx, [{ name, at, data, group }])),
      cancelNow: (...names: string[]) => within(async (tx) => timers.cancel(tx, names)),
      ringDue: () => jobs.ringDue((job) => timers.ring(job.name, job.data)),
    };
  };
  return {
    clock,
    store,
    jobs,
    fire: writing,
    aProcess,
    from: (ms: number): Date => new Date(START + ms),
    effects: () => effectsIn(store.rows()),
    fired: () => Object.keys(effectsIn(store.rows())),
    leftovers: () => leftoversIn(store.rows()),
  };
}

/** What a timer did, by its data: how often, and when. It is written in the transaction that fires it. */
const Effect = z.object({ times: z.int(), at: z.string() });
type Effect = z.infer<typeof Effect>;

const writeEffects =
  (clock: Clock) =>
  async (tx: Transaction, due: readonly DueTimer<string>[]): Promise<void> => {
    const keys = due.map(({ data }) => keyOf("effect", data));
    const before = await tx.getMany(keys, Effect);
    keys.forEach((key, at) =>
      tx.put(key, { times: (before[at]?.times ?? 0) + 1, at: clock.now().toISOString() }),
    );
  };

function effectsIn(rows: ReadonlyMap<string, Stored>): Record<string, Effect> {
  const effects = [...rows].filter(([key]) => key.startsWith("effect:"));
  return Object.fromEntries(
    effects.map(([key, { value }]) => [
      decodeURIComponent(key.slice("effect:".length)),
      Effect.parse(value),
    ]),
  );
}

const EmptyMark = z.object({ next: z.literal(0), closed: z.literal(true) });

/** The rows there are beside effects, the two watermarks, the lease and empty closed marks. */
const leftoversIn = (rows: ReadonlyMap<string, Stored>): string[] =>
  [...rows]
    .filter(([key, { value }]) => {
      if (/^(effect|lease|timers):/.test(key)) return false;
      return !(key.startsWith("due:") && EmptyMark.safeParse(value).success);
    })
    .map(([key]) => key);

/** The same clock, so many milliseconds ahead or (negative) behind. */
export const skewed = (clock: Clock, ms: number): Clock => ({
  now: () => new Date(clock.now().getTime() + ms),
});
