import { AppError } from "../errors.ts";
import type { EventPublisher, OutgoingEvent } from "../index.ts";
import { checkEvents } from "../rules.ts";
import { reachable } from "./reach.ts";

/**
 * A broker in memory. `published` holds what it accepted, in order. `setAway` refuses everything;
 * `failNext(count)` refuses the next call after it has taken the first `count` (0) events of it,
 * as a broker does that dies in the middle.
 */
export function inMemoryPublisher() {
  const { reach, setAway } = reachable("event broker");
  const published: OutgoingEvent[] = [];
  let takenBeforeFailing: number | undefined;

  return {
    published,
    setAway,
    failNext: (count = 0): void => void (takenBeforeFailing = count),
    publish: async (events) => {
      checkEvents(events);
      reach();
      const taken = takenBeforeFailing;
      takenBeforeFailing = undefined;
      published.push(...structuredClone(events.slice(0, taken)));
      if (taken !== undefined)
        throw new AppError("unavailable", "The event broker did not take every event");
    },
  } satisfies EventPublisher & Record<string, unknown>;
}
