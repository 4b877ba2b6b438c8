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
  return [
    ...(pids.size === 1 ? [] : [`${name} did not live through it: ${pids.size} processes`]),
    ...(memory.to - memory.from <= bounds.moreMemoryMb ? [] : [`${name} grew ${went(memory)} MB`]),
    ...(open.to - open.from <= bounds.moreHandles ? [] : [`${name}'s handles went ${went(open)}`]),
  ];
}

const faultsOfRenewals = ({ part, times, failures }: Renewals, { renewedTimes }: Bounds) => [
  ...(times >= renewedTimes ? [] : [`${part} renewed its certificate ${times} times only`]),
  ...some(failures.length, `times ${part} got no new certificate, such as: ${failures[0]}`),
];

const some = (count: number, what: string): string[] => (count > 0 ? [`${count} ${what}`] : []);
