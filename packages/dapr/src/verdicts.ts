import { arrivalOf } from "./arrival.ts";
import type { DeadLetter } from "./dead-letters.ts";
import type { Arrival, Delivery, EventEdge, Fate, Verdict } from "./delivery.ts";
import { handleRun } from "./handle-run.ts";

/**
 * Handles what came together, in order, and says what became of each entry. Once an entry must come
 * again, the later ones with its key do as well, unhandled: they may not overtake it. What is dropped
 * lies with the dead letters by then; if they cannot be reached, it comes again.
 */
export async function verdictsOn(
  edge: EventEdge,
  deliveries: readonly Delivery[],
): Promise<Verdict[]> {
  const fates = new Map<Delivery, Fate>();
  const arrivals: Arrival[] = [];
  for (const delivery of deliveries) {
    const read = arrivalOf(edge, delivery);
    if ("verdict" in read) fates.set(delivery, read);
    else arrivals.push(read);
  }
  const waiting = new Set<string>();
  for (const run of runsOf(arrivals))
    for (const [{ delivery }, fate] of await handleRun(edge, run, waiting))
      fates.set(delivery, fate);
  const kept = await keepDropped(edge, fates);
  return deliveries.map((delivery) => {
    const { verdict } = fates.get(delivery) ?? { verdict: "RETRY" };
    return verdict === "DROP" && !kept ? "RETRY" : verdict;
  });
}

// Neighbours that go to the same use case: only neighbours, so that no kind of event overtakes another.
function runsOf(arrivals: readonly Arrival[]): Arrival[][] {
  const runs: Arrival[][] = [];
  for (const arrival of arrivals) {
    const last = runs.at(-1);
    if (last?.[0]?.subscription === arrival.subscription) last.push(arrival);
    else runs.push([arrival]);
  }
  return runs;
}

async function keepDropped(
  { topic, deadLetters, log }: EventEdge,
  fates: ReadonlyMap<Delivery, Fate>,
): Promise<boolean> {
  const letters = [...fates].flatMap(([{ key, bytes }, fate]): DeadLetter[] => {
    if (fate.verdict !== "DROP") return [];
    return [{ topic, key, body: bytes, kind: fate.kind, reason: fate.reason }];
  });
  if (!deadLetters || letters.length === 0) return true;
  try {
    await deadLetters(letters);
    return true;
  } catch (error) {
    log.warn("the dead letters could not be kept: the events come again", {
      topic,
      count: letters.length,
      error,
    });
    return false;
  }
}
