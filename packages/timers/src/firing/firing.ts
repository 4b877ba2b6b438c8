import type { Logger } from "@todo-mesh/kit";
import { AppError, type Clock, type Json, kindOf } from "@todo-mesh/ports";
import { LRUCache } from "lru-cache";
import { createFairBatches } from "../turns/fair-batches.ts";
import type { Group } from "../turns/fair-queue.ts";
import { batchFiring, type FireDeps, type Outcome } from "./fire-batch.ts";
import type { Figures, Source } from "../metrics.ts";
import { patience } from "./patience.ts";
import { jobName, type Setting } from "../timer.ts";
import { upTo } from "../up-to.ts";

// Of one group no more than a third of a batch is under way: a batch that holds others' timers as well stays short, and
// what follows on it (events, inboxes) is not flooded. Timers without a group leave one batch free.
const OF_A_GROUP = 32;
const BATCH = {
  max: 100,
  waitMs: 10,
  atOnce: 4,
  shareOf: (group: Group): number => (group === undefined ? 300 : OF_A_GROUP),
};
const ALONE = {
  max: 1,
  waitMs: 0,
  atOnce: 4,
  shareOf: (group: Group): number => (group === undefined ? 3 : 1),
};

// The sweeper comes for every timer, most of which their jobs have fired in the same process: it need not ask the store.
// What one with thousands pushes out of it costs the others a look into the store, in a batch of a hundred.
const MOST_REMEMBERED = 20_000;

export type Fire = (setting: Setting, source: Source) => Promise<Outcome>;

/**
 * The one gate to firing, for jobs and for the sweeper: gathers settings into batches, in turns between groups, and
 * tries a setting that is asked for twice at once only once. Does not throw; what failed may be asked for again.
 */
export function createFiring<Data extends Json>(
  deps: FireDeps<Data> & {
    readonly log: Logger;
    readonly figures: Figures;
  },
) {
  const fireAll = batchFiring(deps);
  const batched = createFairBatches(fireAll, BATCH);
  const alone = createFairBatches(fireAll, ALONE);
  const fired = new LRUCache<string, true>(upTo(MOST_REMEMBERED));
  const underWay = beingFired(deps.name);
  const waiting = patience(deps.clock);
  const note = outcomeNotes(deps);

  const attempt = async (setting: Setting, job: string, source: Source): Promise<Outcome> => {
    if (fired.has(job)) return { kind: "stale" };
    if (waiting.mustWait(job)) return { kind: "failed", error: notYetAgain() };
    const outcome = await (waiting.isSuspect(job) ? alone : batched).add(setting);
    if (outcome.kind === "fired") fired.set(job, true);
    if (outcome.kind !== "failed") waiting.settled(job);
    else if (isItsOwnFault(outcome.error)) waiting.failed(job);
    note(setting, outcome, source);
    return outcome;
  };

  const unlessHeld = async (...what: Parameters<typeof attempt>): Promise<Outcome> =>
    (await deps.isHeld?.()) ? { kind: "held" } : attempt(...what);

  const fire: Fire = (setting, source) =>
    underWay.once(setting, (job) => unlessHeld(setting, job, source));

  return {
    fire,
    /** How many of a group wait or are being fired. */
    waitingOf: underWay.countOf,
    idle: async (): Promise<void> => void (await Promise.allSettled(underWay.outcomes())),
  };
}

/** What is being fired: each setting once at a time, counted with its group from its first moment. */
function beingFired(name: string) {
  const underWay = new Map<string, Promise<Outcome>>();
  const counts = new Map<Group, number>();
  const countOf = (group: Group): number => counts.get(group) ?? 0;
  const count = (group: Group, by: 1 | -1): void => {
    const left = countOf(group) + by;
    if (left > 0) counts.set(group, left);
    else counts.delete(group);
  };
  return {
    countOf,
    outcomes: () => underWay.values(),
    once: (setting: Setting, begin: (job: string) => Promise<Outcome>): Promise<Outcome> => {
      const job = jobName(name, setting);
      const known = underWay.get(job);
      if (known) return known;
      count(setting.group, 1);
      const outcome = begin(job).finally(() => {
        underWay.delete(job);
        count(setting.group, -1);
      });
      underWay.set(job, outcome);
      return outcome;
    },
  };
}

const notYetAgain = () =>
  new AppError("unavailable", "This timer failed a moment ago and waits before it is tried again");

// A store that is away, or a lost race, says nothing about the timer.
function isItsOwnFault(error: unknown): boolean {
  return kindOf(error) !== "unavailable" && kindOf(error) !== "conflict";
}

function outcomeNotes(deps: {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly figures: Figures;
}) {
  const { name, clock, log, figures } = deps;
  return ({ name: timer, generation }: Setting, outcome: Outcome, source: Source): void => {
    figures.tried(name, source, outcome.kind);
    if (outcome.kind === "fired") {
      const lateMs = clock.now().getTime() - outcome.at.getTime();
      figures.fired(name, source, lateMs / 1_000);
    }
    if (outcome.kind === "failed")
      log.warn("a timer could not fire", { timer, generation, error: outcome.error });
  };
}
