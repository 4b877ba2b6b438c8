import { withTrace } from "@todo-mesh/kit";
import { attempt, type Failure, mayPass } from "./attempt.ts";
import type { Arrival, Fate } from "./delivery.ts";
import type { EventEdge } from "./edge.ts";
import { AGAIN, hasToWait, isTooLate, setFates, stop, type Turn } from "./turn.ts";

const TRIES_OF_A_BUG = 3;
const TRIES_OF_WHAT_PASSES = 2;

/** Handles one event by itself, and says what becomes of it. */
export async function settle(edge: EventEdge, arrival: Arrival, turn: Turn): Promise<void> {
  if (hasToWait(edge, arrival, turn)) return;
  if (isTooLate(edge, turn)) return setFates([arrival], AGAIN, turn);
  const failure = await tryAtOnce(edge, arrival);
  if (!failure) return setFates([arrival], { verdict: "SUCCESS" }, turn);
  turn.failedAtMs ??= edge.nowMs();
  if (await isEverybodys(edge, failure)) {
    logFate(edge, arrival, failure, AGAIN);
    return stop([arrival], turn);
  }
  const fate = fateAlone(edge, arrival, failure);
  logFate(edge, arrival, failure, fate);
  edge.suspects.add(arrival.delivery.key);
  return setFates([arrival], fate, turn);
}

export const isEverybodys = async ({ isWell }: EventEdge, failure: Failure): Promise<boolean> =>
  mayPass(failure) && !(await isWell());

async function tryAtOnce(edge: EventEdge, arrival: Arrival): Promise<Failure | undefined> {
  for (let tried = 1; ; tried += 1) {
    const failure = await attempt([arrival]);
    if (!failure || tried >= triesOf(failure)) return failure;
    if (await isEverybodys(edge, failure)) return failure;
  }
}

const triesOf = (failure: Failure): number => {
  if (mayPass(failure)) return TRIES_OF_WHAT_PASSES;
  // What has a name was refused knowingly, and would be again.
  return failure.kind === "bug" ? TRIES_OF_A_BUG : 1;
};

function fateAlone({ aside }: EventEdge, { delivery }: Arrival, failure: Failure): Fate {
  const { kind, reason } = failure;
  if (!mayPass(failure)) return { verdict: "DROP", kind, reason };
  return aside ? aside.fateOf(delivery, failure) : AGAIN;
}

const logFate = (
  { topic, log }: EventEdge,
  { event }: Arrival,
  { error }: Failure,
  { verdict }: Fate,
): void =>
  withTrace(event.traceparent, () =>
    log[verdict === "DROP" ? "error" : "warn"]("event not handled", {
      topic,
      event_id: event.id,
      event_type: event.type,
      verdict,
      error,
    }),
  );
