import type { Logger } from "@todo-mesh/kit";
import { attempt, type Failure, mayPass } from "./attempt.ts";
import type { Arrival, Delivery, Fate, Why } from "./delivery.ts";

/*
 * A sidecar brings one delivery at a time, of all its topics together: an event that has to come again holds up
 * everybody. So what fails alone, while others go through, is not asked for again. It lies with the dead letters,
 * where it is safe, and is tried from here, in the order of its key, for as long as it may. Events with its key
 * that come meanwhile get in line behind it.
 */

export interface AsideDeps {
  readonly topic: string;
  readonly log: Logger;
  readonly nowMs: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly isWell: () => Promise<boolean>;
  /** Has to do what is to be done when an event is given up. Must not throw. */
  readonly giveUp: (arrival: Arrival, why: Why) => Promise<void>;
}

interface Line {
  readonly waiting: Arrival[];
  /** How long nothing of it succeeded while what everybody needs was there. */
  waitedMs: number;
  /** Whether the last try failed and may pass: the next one has to wait for that. */
  isTroubled: boolean;
}

const PATIENCE_MS = 30_000;
const EVERY_MS = 1_000;
const MOST_OF_A_KEY = 500;
const MOST = 1_000;
const MOST_BYTES = 16 * 1_024 * 1_024;

/** Where events of one topic are tried that failed alone. In memory: at most 1 000, of a key 500, and 16 MB. */
export function createAside(deps: AsideDeps) {
  const lines = new Map<string, Line>();
  const all = () => [...lines.values()].flatMap(({ waiting }) => waiting);

  const work = async (name: string, line: Line): Promise<void> => {
    for (let next = line.waiting[0]; next; next = line.waiting[0]) {
      await settle(deps, line, next);
      line.waiting.shift();
    }
    lines.delete(name);
  };
  return {
    holds: (key: string | undefined): boolean => key !== undefined && lines.has(key),
    count: (): number => all().length,
    /** What becomes of an event that cannot be handled now: there may be no place for it. */
    fateOf: ({ key, bytes }: Delivery, { kind, reason }: Why): Fate => {
      const line = lines.get(key ?? "");
      // Nothing is wrong with what only waits: as long as there is hope for its line, it comes again.
      if (line && line.waiting.length >= MOST_OF_A_KEY)
        return line.waitedMs < PATIENCE_MS
          ? { verdict: "RETRY" }
          : { verdict: "DROP", kind, reason };
      const size = all().reduce((sum, { delivery }) => sum + delivery.bytes.length, bytes.length);
      const isFull = all().length >= MOST || size > MOST_BYTES;
      return isFull ? { verdict: "RETRY" } : { verdict: "ASIDE", kind, reason };
    },
    /** Takes an event that is safe with the dead letters. */
    add: (arrival: Arrival): void => {
      const name = arrival.delivery.key ?? `event ${arrival.event.id}`;
      const line = lines.get(name);
      if (line) line.waiting.push(arrival);
      else {
        const begun = { waiting: [arrival], waitedMs: 0, isTroubled: true };
        lines.set(name, begun);
        void work(name, begun);
      }
    },
  };
}
export type Aside = ReturnType<typeof createAside>;

/** Tries until it is done, or there is no patience left: the line has 30 s in all until something succeeds. */
async function settle(deps: AsideDeps, line: Line, arrival: Arrival): Promise<void> {
  const about = { topic: deps.topic, event_id: arrival.event.id, event_type: arrival.event.type };
  for (;;) {
    const since = deps.nowMs();
    if (line.isTroubled) await deps.wait(EVERY_MS);
    const failure = await attempt([arrival]);
    line.isTroubled = failure !== undefined && (await isWorthWaiting(deps, line, since, failure));
    if (line.isTroubled) continue;
    if (failure) {
      const { error, ...why } = failure;
      deps.log.error("an event that was set aside is given up", { ...about, error });
      return deps.giveUp(arrival, why);
    }
    line.waitedMs = 0;
    return deps.log.info("an event that was set aside is handled after all", about);
  }
}

async function isWorthWaiting(
  { isWell, nowMs }: AsideDeps,
  line: Line,
  since: number,
  failure: Failure,
): Promise<boolean> {
  // Only the time in which others went on is counted: an outage is nobody's own fault.
  if (await isWell()) line.waitedMs += nowMs() - since;
  return mayPass(failure) && line.waitedMs < PATIENCE_MS;
}
