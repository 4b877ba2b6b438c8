import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, type Transaction } from "@todo-mesh/state";
import type { Hint } from "./bucket-keys.ts";
import type { Found } from "./bucket-reader.ts";
import { chunksOf } from "./chunks.ts";
import type { Outcome } from "./fire-batch.ts";
import type { Source } from "./metrics.ts";
import { jobName, type Setting } from "./timer.ts";

const HINTS_AT_ONCE = 100;
const TIMERS_AT_ONCE = 1_000;

export interface OpenHintsDeps {
  readonly name: string;
  readonly store: StateStore;
  readonly clock: Clock;
  /** How long a job has the first chance. */
  readonly graceMs: number;
  readonly fire: (setting: Setting, source: Source) => Promise<Outcome>;
  readonly addHints: (tx: Transaction, hints: readonly Hint[]) => Promise<void>;
  /** Asked before each longer step; throws when the sweep shall leave off. */
  readonly goOn: () => Promise<void>;
}

/** The hints the sweeper has read and not yet seen settled: fired, stale or moved on. */
export function openHints({ name, store, clock, graceMs, ...deps }: OpenHintsDeps) {
  const open = new Map<string, Found>();

  const fireOne = async ({ hint }: Found): Promise<void> => {
    const { kind } = await deps.fire(hint, "sweeper");
    if (kind === "fired" || kind === "stale") open.delete(jobName(name, hint));
  };

  return {
    add: (found: readonly Found[]): void => {
      for (const each of found) open.set(jobName(name, each.hint), each);
    },
    /** Tries each hint whose time has passed by more than the grace. What fails stays open. */
    fireOverdue: async (): Promise<void> => {
      const passed = clock.now().getTime() - graceMs;
      const overdue = [...open.values()].filter(({ hint }) => Date.parse(hint.at) <= passed);
      for (const chunk of chunksOf(overdue, TIMERS_AT_ONCE)) {
        await deps.goOn();
        await Promise.all(chunk.map(fireOne));
      }
    },
    /** Writes what is still open in these minutes into the present one, where it is found again. */
    carryOver: async (minutes: ReadonlySet<number>): Promise<void> => {
      const left = [...open.values()].filter(({ minute }) => minutes.has(minute));
      for (const chunk of chunksOf(left, HINTS_AT_ONCE)) {
        const hints = chunk.map(({ hint }) => hint);
        await atomically(store, (tx) => deps.addHints(tx, hints));
        for (const hint of hints) open.delete(jobName(name, hint));
      }
    },
  };
}
