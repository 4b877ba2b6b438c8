import type { Logger } from "@todo-mesh/kit";
import { attempt, type Failure, mayPass } from "./attempt.ts";
import type { Arrival, Delivery, Fate, Why } from "./delivery.ts";
import { createPlaces } from "./places.ts";

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
  /** Ends sooner when the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly isWell: () => Promise<boolean>;
  /** Has to do what is to be done when an event is given up; false: it cannot be done now. Must not throw. */
  readonly giveUp: (arrival: Arrival, why: Why) => Promise<boolean>;
}

interface Line {
  readonly waiting: Arrival[];
  /** How long nothing of it succeeded while what everybody needs was there. */
  waitedMs: number;
  /** Whether the last try failed and may pass: the next one has to wait for that. */
  isTroubled: boolean;
  /** When nothing of it is left. */
  done: Promise<void>;
}

const PATIENCE_MS = 30_000;
const EVERY_MS = 1_000;
const FAREWELL_MS = 5_000;

/** Where events of one topic are tried that failed alone. In memory: at most 1 000, of a key 500, and 16 MB. */
export function createAside(deps: AsideDeps) {
  const lines = new Map<string, Line>();
  const places = createPlaces();
  const [closing, over] = [new AbortController(), new AbortController()];

  const work = async (name: string, line: Line): Promise<void> => {
    for (let next = line.waiting[0]; next && !over.signal.aborted; next = line.waiting[0]) {
      await settle(deps, closing.signal, line, next);
      line.waiting.shift();
      places.free(next.delivery);
    }
    lines.delete(name);
  };
  return {
    holds: (key: string | undefined): boolean => key !== undefined && lines.has(key),
    count: places.count,
    /** What becomes of an event that cannot be handled now. Set aside, it has its place from now on. */
    fateOf: (delivery: Delivery, { kind, reason }: Why): Fate => {
      // Nothing is wrong with what only waits: as long as there is hope for its line, it comes again.
      const isHopeless = (lines.get(delivery.key ?? "")?.waitedMs ?? 0) >= PATIENCE_MS;
      if (isHopeless && places.isFullFor(delivery.key)) return { verdict: "DROP", kind, reason };
      return places.take(delivery) ? { verdict: "ASIDE", kind, reason } : { verdict: "RETRY" };
    },
    /** Gives up the place of an event that comes again after all. */
    free: places.free,
    /** Takes an event that has its place, and is safe with the dead letters. */
    add: (arrival: Arrival): void => {
      const name = arrival.delivery.key ?? `event ${arrival.event.id}`;
      const line = lines.get(name);
      if (line) return void line.waiting.push(arrival);
      const done = Promise.resolve();
      const begun: Line = { waiting: [arrival], waitedMs: 0, isTroubled: true, done };
      lines.set(name, begun);
      begun.done = work(name, begun);
    },
    /** Tries each once more and gives up what fails, for the broker does not bring it again; for up to 5 s. */
    close: async (): Promise<void> => {
      closing.abort();
      const done = Promise.all([...lines.values()].map((line) => line.done));
      await Promise.race([done, deps.wait(FAREWELL_MS, over.signal)]);
      over.abort();
      const about = { topic: deps.topic, count: places.count() };
      if (about.count > 0) deps.log.error("events set aside are left with the dead letters", about);
    },
  };
}
export type Aside = ReturnType<typeof createAside>;

/**
 * Tries until it is done, or there is no patience left: the line has 30 s in all until something succeeds, and none
 * once it closes. What is given up, but cannot be told of now, is tried again until it can.
 */
async function settle(
  deps: AsideDeps,
  closing: AbortSignal,
  line: Line,
  arrival: Arrival,
): Promise<void> {
  const about = { topic: deps.topic, event_id: arrival.event.id, event_type: arrival.event.type };
  for (;;) {
    const since = deps.nowMs();
    if (line.isTroubled) await deps.wait(EVERY_MS, closing);
    const failure = await attempt([arrival]);
    if (!failure) {
      Object.assign(line, { waitedMs: 0, isTroubled: false });
      return deps.log.info("an event that was set aside is handled after all", about);
    }
    line.isTroubled = await isWorthWaiting(deps, line, since, failure);
    if (line.isTroubled && !closing.aborted) continue;
    const { error, ...why } = failure;
    const isDone = await deps.giveUp(arrival, why);
    if (isDone || closing.aborted)
      return deps.log.error("an event that was set aside is given up", { ...about, error });
    line.isTroubled = true;
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
