import { type Logger, withTrace } from "@todo-mesh/kit";
import { AppError, type Clock, type IdSource, type StateStore } from "@todo-mesh/ports";
import { createLease, keyOf } from "@todo-mesh/state";

type Work = () => Promise<void>;

/** Rounds that one process at a time makes, by a lease that each round renews; it saves work, and nothing rests on it. */
export function roundsOf(deps: {
  readonly name: string;
  readonly store: StateStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Logger;
  readonly leaseMs?: number | undefined;
}) {
  const { name, log } = deps;
  const key = keyOf("lease", "timers", name);
  const lease = createLease({ ...deps, key, ttlMs: deps.leaseMs ?? 3_000 });
  const stops: Work[] = [];
  let closing = false;

  const mine = async (): Promise<boolean> => !closing && (await lease.acquire());
  const failed = (error: unknown): void => {
    if (!closing) log.warn("a round of the timers failed; the next one begins anew", { error });
  };

  return {
    isClosing: (): boolean => closing,
    /** Throws when a long round shall break off: we are closing, or another process has taken over. */
    goOn: async (): Promise<void> => {
      const goesOn = !closing && (lease.holds() || (await lease.acquire()));
      if (!goesOn) throw new AppError("unavailable", "This process no longer sweeps");
    },
    ofOne:
      (work: Work): Work =>
      async () => {
        if (await mine()) await withTrace(undefined, work);
      },
    every: (ms: number, work: Work): void => {
      if (ms < Infinity) stops.push(repeat(ms, work, failed).stop);
    },
    close: async (): Promise<void> => {
      closing = true;
      await Promise.all(stops.map((stop) => stop()));
      await lease.release().catch(failed);
    },
  };
}

/** Does `work` now and again `everyMs` after each end, until told to stop; `stop` waits for the turn under way. */
function repeat(
  everyMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): { stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();

  const takeTurn = (): void => {
    turn = work()
      .catch(onError)
      .finally(() => {
        if (!stopped) timer = setTimeout(takeTurn, everyMs);
      });
  };
  takeTurn();

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
