import { type Promised, tally } from "../bench/tally.ts";
import { percentile, readable } from "../bench/statistics.ts";
import { drift, type PartHistory } from "./parts.ts";
import type { Renewals } from "./renewals.ts";

/** What was seen in a soak. */
export interface Soaked {
  readonly promised: readonly Promised[];
  /** Tasks that were completed or deleted before their time: they must not ring. */
  readonly silenced: readonly string[];
  readonly shown: readonly { readonly task_id: string; readonly created_at: string }[];
  /** Requests that were not answered with 2xx. */
  readonly refused: readonly string[];
  readonly parts: readonly PartHistory[];
  readonly renewals: readonly Renewals[];
}

/** What a part may hold by its own settings, whenever it comes to that: less is no leak. */
interface Ceiling {
  readonly memoryMb: number;
  readonly handles: number;
}

// Kafka's heap grows until it is full, and the JVM takes some 110 MB beside it. PostgreSQL has a process for each of at
// most 12 connections of three sidecars, opened when the mesh is busy: each takes some 40 handles, and 5 MB at most.
const CEILINGS: Readonly<Record<string, Ceiling>> = {
  kafka: { memoryMb: 400 + 110, handles: 0 },
  postgres: { memoryMb: 36 * 5, handles: 40 * (36 + 10) },
};
const NONE: Ceiling = { memoryMb: 0, handles: 0 };

/**
 * How much later than due a reminder may be, how much more a part may hold in the end than after its warm-up, and how
 * often each certificate must have been renewed.
 */
export interface Bounds {
  readonly latestMs: number;
  readonly moreMemoryMb: number;
  readonly moreHandles: number;
  readonly renewedTimes: number;
}

/** Everything that is not as it should be, a sentence each; none is what one hopes for. */
export function faultsOf(soaked: Soaked, bounds: Bounds): string[] {
  const { lost, doubled, early, lateness } = tally(soaked.promised, soaked.shown);
  const silenced = new Set(soaked.silenced);
  const rangAll = soaked.shown.filter(({ task_id }) => silenced.has(task_id)).length;
  const late = lateness.filter((ms) => ms > bounds.latestMs);
  return [
    ...some(lost, "reminders were lost"),
    ...some(doubled, "reminders came twice"),
    ...some(early, "reminders were early"),
    ...some(rangAll, "reminders rang though their task was done or gone"),
    ...some(late.length, `reminders were late, the worst ${readable(percentile(late, 1))} ms`),
    ...some(soaked.refused.length, `requests failed, such as ${soaked.refused[0]}`),
    ...soaked.parts.flatMap((part) => faultsOfPart(part, bounds)),
    ...soaked.renewals.flatMap((renewals) => faultsOfRenewals(renewals, bounds)),
  ];
}

function faultsOfPart({ name, pids, memoryMb, handles }: PartHistory, bounds: Bounds): string[] {
  const [memory, open] = [drift(memoryMb), drift(handles)];
  const went = ({ from, to }: typeof memory) => `from ${readable(from)} to ${readable(to)}`;
  const ceiling = CEILINGS[name] ?? NONE;
  const grew = ({ from, to }: typeof memory, by: number, most: number): boolean =>
    to - from > by && to > most;
  return [
    ...(pids.size === 1 ? [] : [`${name} did not live through it: ${pids.size} processes`]),
    ...(grew(memory, bounds.moreMemoryMb, ceiling.memoryMb)
      ? [`${name} grew ${went(memory)} MB`]
      : []),
    ...(grew(open, bounds.moreHandles, ceiling.handles)
      ? [`${name}'s handles went ${went(open)}`]
      : []),
  ];
}

const faultsOfRenewals = ({ part, times, failures }: Renewals, { renewedTimes }: Bounds) => [
  ...(times >= renewedTimes ? [] : [`${part} renewed its certificate ${times} times only`]),
  ...some(failures.length, `times ${part} got no new certificate, such as: ${failures[0]}`),
];

const some = (count: number, what: string): string[] => (count > 0 ? [`${count} ${what}`] : []);
