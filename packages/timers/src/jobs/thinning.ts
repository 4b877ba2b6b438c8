import type { Clock } from "@todo-mesh/ports";
import type { Hint } from "../buckets/keys.ts";

export const SLICE_MS = 100;
const NEAR_MS = 5_000;
const JOBS_OF_A_GROUP = 8;

/** A hint that gets a job. */
export interface Alarm {
  readonly hint: Hint;
  /** When it rings: at its time, or now, if that has passed; for shares of a step, when that begins. */
  readonly at: Date;
  /** Behind it may be more of its group, due at about the same time, that have no job: it rings for them as well. */
  readonly forMore: boolean;
  /** It rings for all of these shares of its step. */
  readonly shares?: readonly string[];
}

/** How many timers a share, or a group, has had in a slice of time. One that was forgotten begins anew, and has a few more jobs. */
interface Counts {
  get(key: string): number | undefined;
  set(key: string, count: number): unknown;
  delete(key: string): unknown;
}

/** The tenth of a second that a moment lies in, since 1970. */
export const stepOf = (at: Date | string): number =>
  Math.floor((typeof at === "string" ? Date.parse(at) : at.getTime()) / SLICE_MS);

/** Those that hints of a version before were put into. */
const NO_SHARE = "";
export const shareOf = ({ share = NO_SHARE }: Pick<Hint, "share">): string => share;

/**
 * Which of the hints get a job. Those of a share have one, whosever they are. What is due in a moment cannot count on a
 * job that may be ringing just now: of each group the first 8 get their own, and the last of these wakes the group. What
 * has no group gets its own.
 */
export function thinning(clock: Clock, counts: Counts) {
  const count = (key: string): number => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before;
  };
  const sharedAlarm = (hint: Hint): Alarm[] => {
    if (count(shareKey(hint)) > 0) return [];
    const at = new Date(stepOf(hint.at) * SLICE_MS);
    return [{ hint, at, forMore: true, shares: [shareOf(hint)] }];
  };
  const nearAlarm = (hint: Hint, at: Date): Alarm[] => {
    const before = count(`${stepOf(at)}:${hint.group}`);
    if (before >= JOBS_OF_A_GROUP) return [];
    return [{ hint, at, forMore: before === JOBS_OF_A_GROUP - 1 }];
  };
  const alarmFor = (hint: Hint): Alarm[] => {
    const now = clock.now().getTime();
    // What is overdue rings now, together with the rest that does.
    const at = new Date(Math.max(Date.parse(hint.at), now));
    if (hint.group === undefined) return [{ hint, at, forMore: false }];
    return at.getTime() - now < NEAR_MS ? nearAlarm(hint, at) : sharedAlarm(hint);
  };

  return {
    alarmsOf: (hints: readonly Hint[]): Alarm[] => hints.flatMap(alarmFor),
    /** The scheduler did not take this one: what is set next for its share asks again. */
    forget: ({ hint, shares }: Alarm): void => {
      if (shares) counts.delete(shareKey(hint));
    },
  };
}

/** A share of a step: no other has its key. */
export const shareKey = (hint: Pick<Hint, "share"> & { readonly at: Date | string }): string =>
  `${stepOf(hint.at)}/${shareOf(hint)}`;

/** The same, with one job for all shares of a step that are among them. */
export function merged(alarms: readonly Alarm[]): Alarm[] {
  const [shared, own] = [true, false].map((is) => alarms.filter(({ shares }) => !!shares === is));
  const ofSteps = Map.groupBy(shared ?? [], ({ at }) => at.getTime()).values();
  const joint = [...ofSteps].flatMap(([first, ...more]) =>
    first ? { ...first, shares: [first, ...more].flatMap(({ shares = [] }) => shares) } : [],
  );
  return [...joint, ...(own ?? [])];
}
