import type { Clock, StateStore } from "@todo-mesh/ports";
import { atomically, type Transaction } from "@todo-mesh/state";
import type { Hint } from "../buckets/keys.ts";
import type { Found } from "../buckets/reader.ts";
import { chunksOf } from "../chunks.ts";
import { inTurns } from "../turns/in-turns.ts";
import type { Fire } from "../firing/firing.ts";
import { jobName } from "../timer.ts";

const HINTS_AT_ONCE = 100;

export interface OpenHintsDeps {
  readonly name: string;
  readonly store: StateStore;
  readonly clock: Clock;
  /** How long a job has the first chance. */
  readonly graceMs: number;
  readonly fire: Fire;
  /** So many hints are held before they are fired; a longer backlog is read on after that. */
  readonly backlogAtOnce: number;
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
    isFull: (): boolean => open.size >= deps.backlogAtOnce,
    add: (found: readonly Found[]): void => {
      for (const each of found) open.set(jobName(name, each.hint), each);
    },
    /**
     * Tries each hint whose time has passed by more than the grace, once. What fails stays open. After each part
     * `lookAgain` adds what came meanwhile, so that the backlog of one does not hide what others have due; with the
     * last of those that were overdue at the beginning it ends.
     */
    fireOverdue: async (lookAgain: () => Promise<void>): Promise<void> => {
      const tried = new Set<string>();
      const passed = clock.now().getTime() - graceMs;
      const leftAt = (moment: number): Found[] =>
        [...open].flatMap(([job, found]) =>
          !tried.has(job) && Date.parse(found.hint.at) <= moment ? [found] : [],
        );
      while (leftAt(passed).length > 0) {
        await deps.goOn();
        const part = inTurns(leftAt(clock.now().getTime() - graceMs), ({ hint }) => hint.group);
        await Promise.all(part.map(fireOne));
        for (const { hint } of part) tried.add(jobName(name, hint));
        await lookAgain();
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
