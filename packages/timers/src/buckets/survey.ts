import type { Clock, StateStore } from "@todo-mesh/ports";
import { z } from "zod";
import { chunksOf } from "../chunks.ts";
import { jobName } from "../timer.ts";
import { Head, Hint, hintsKeysOf, type Lane, lanesOf } from "./keys.ts";
import { load } from "./load.ts";
import { endOf, minuteOf, minutesBetween } from "./minute.ts";
import type { Progress } from "./progress.ts";
import { standingOf } from "./standing.ts";

/** What lies in the bucket of one minute, as far as it still stands. */
export interface SurveyedBucket {
  readonly minute: string;
  readonly set: number;
  /** Their time has come. */
  readonly due: number;
  /** Neither their job nor a sweep has fired them in time: due for more than 10 s. */
  readonly overdue: number;
  /** Due for more than a minute. */
  readonly stuck: number;
  /** More lies there than was counted. */
  readonly more?: true;
}

/** Some minutes of timers, the earliest first. Minutes in which nothing was ever set are left out. */
export interface Survey {
  /** Everything before was fired or moved on. */
  readonly swept_until: string;
  /** What is due before has its job. */
  readonly armed_until: string;
  readonly buckets: readonly SurveyedBucket[];
  /** The first of those that are stuck. */
  readonly stuck: readonly { readonly name: string; readonly due_at: string }[];
  /** Where the next page begins; not there once all up to 24 hours from now was looked at. */
  readonly next?: string;
}

const MOST_TIMERS = 5_000;
const MOST_NAMED = 20;
const KEYS_AT_ONCE = 100;
const OVERDUE_MS = 10_000;
const STUCK_MS = 60_000;

const Hints = z.array(Hint);

/** Looks how timers stand, in so many minutes from the given one or the first that is not settled; it looks at some thousands and then ends the page. */
export function createSurvey(deps: {
  readonly name: string;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly progress: Progress;
}) {
  const { name, store, clock } = deps;

  return async (query: { readonly from?: Date | undefined; readonly minutes: number }) => {
    const { swept, armed } = await deps.progress.read();
    const first = Math.max(swept + 1, query.from ? minuteOf(query.from) : 0);
    const minutes = minutesBetween(first, first + query.minutes);
    const lanes = await lanesIn(deps, minutes);
    const buckets: SurveyedBucket[] = [];
    const stuck: Hint[] = [];
    let after = first + query.minutes;
    let looked = 0;
    for (const [minute, used] of Map.groupBy(lanes, (lane) => lane.minute)) {
      const { hints, more } = await hintsIn(store, name, used);
      const standing = await allStanding(store, name, hints);
      const now = clock.now().getTime();
      buckets.push({ ...figuresOf(minute, standing, now), ...(more && { more }) });
      stuck.push(...dueFor(STUCK_MS, standing, now));
      looked += hints.length;
      if (looked < MOST_TIMERS) continue;
      after = minute + 1;
      break;
    }
    return {
      swept_until: startOf(swept + 1),
      armed_until: startOf(armed + 1),
      buckets,
      stuck: stuck.slice(0, MOST_NAMED).map(({ name: timer, at }) => ({ name: timer, due_at: at })),
      ...(after <= armed && { next: startOf(after) }),
    } satisfies Survey;
  };
}

const dueFor = (ms: number, hints: readonly Hint[], now: number): Hint[] =>
  hints.filter(({ at }) => now - Date.parse(at) >= ms);

const figuresOf = (minute: number, hints: readonly Hint[], now: number): SurveyedBucket => ({
  minute: startOf(minute),
  set: hints.length,
  due: dueFor(0, hints, now).length,
  overdue: dueFor(OVERDUE_MS, hints, now).length,
  stuck: dueFor(STUCK_MS, hints, now).length,
});

const startOf = (minute: number): string => new Date(endOf(minute - 1)).toISOString();

async function lanesIn(
  { name, store }: { readonly name: string; readonly store: StateStore },
  minutes: readonly number[],
): Promise<Lane[]> {
  const heads = await load(store, lanesOf(name, minutes), Head);
  return heads
    .map(({ minute, key, value }) => ({ minute, key, next: value.next }))
    .filter(({ next }) => next > 0)
    .toSorted((one, other) => one.minute - other.minute);
}

/** Each timer's hint once, as far as some thousands. */
async function hintsIn(store: StateStore, name: string, lanes: readonly Lane[]) {
  const keys = lanes.flatMap((lane) => hintsKeysOf(lane)).map((key) => ({ key }));
  const hints = new Map<string, Hint>();
  for (const chunk of chunksOf(keys, KEYS_AT_ONCE)) {
    if (hints.size >= MOST_TIMERS) return { hints: [...hints.values()], more: true as const };
    for (const { value } of await load(store, chunk, Hints))
      for (const hint of value) hints.set(jobName(name, hint), hint);
  }
  return { hints: [...hints.values()], more: undefined };
}

async function allStanding(
  store: StateStore,
  name: string,
  hints: readonly Hint[],
): Promise<Hint[]> {
  const found: Hint[] = [];
  for (const chunk of chunksOf(hints, KEYS_AT_ONCE))
    found.push(...(await standingOf(store, name, chunk)));
  return found;
}
