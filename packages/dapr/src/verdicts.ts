import { arrivalOf } from "./arrival.ts";
import type { Arrival, Delivery, Fate, Verdict } from "./delivery.ts";
import type { EventEdge } from "./edge.ts";
import { handleRun } from "./handle-run.ts";
import type { Turn } from "./turn.ts";

/**
 * Handles what came together, in order, and says what became of each entry. Once an entry must come
 * again, or is set aside, the later ones with its key do as well, unhandled: they may not overtake it. What
 * is dropped or set aside lies with the dead letters by then; if they cannot be reached, it comes again.
 */
export async function verdictsOn(
  edge: EventEdge,
  deliveries: readonly Delivery[],
): Promise<Verdict[]> {
  const turn: Turn = { fates: new Map(), behind: behindThoseAside(edge, deliveries) };
  const { fates } = turn;
  const arrivals: Arrival[] = [];
  for (const delivery of deliveries) {
    const read = arrivalOf(edge, delivery);
    if ("verdict" in read) fates.set(delivery, read);
    else arrivals.push(read);
  }
  for (const run of runsOf(arrivals)) await handleRun(edge, run, turn);
  const isSafe = await edge.keep(fates);
  const isAside = ({ delivery }: Arrival) => fates.get(delivery)?.verdict === "ASIDE";
  for (const arrival of arrivals.filter(isAside))
    if (isSafe) edge.aside?.add(arrival);
    else edge.aside?.free(arrival.delivery);
  return deliveries.map((delivery) => verdictOf(fates.get(delivery), isSafe));
}

function verdictOf(fate: Fate | undefined, isSafe: boolean): Verdict {
  if (!fate || fate.verdict === "RETRY") return "RETRY";
  if (fate.verdict === "SUCCESS") return "SUCCESS";
  if (!isSafe) return "RETRY";
  return fate.verdict === "DROP" ? "DROP" : "SUCCESS";
}

function behindThoseAside({ aside }: EventEdge, deliveries: readonly Delivery[]) {
  const fate: Fate = {
    verdict: "ASIDE",
    kind: "unavailable",
    reason: "It came behind an event of the same key that could not be handled",
  };
  const keys = deliveries.flatMap(({ key }) => (key !== undefined && aside?.holds(key) ? key : []));
  return new Map(keys.map((key) => [key, fate]));
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
