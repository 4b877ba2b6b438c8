import type { TurnEvent } from "@todo-mesh/contracts";
import { pauseAfter } from "../api/pause.ts";
import { isPassing, ProblemError, reasonOf } from "../api/problem.ts";
import { eventsOf } from "../api/stream.ts";
import { zone } from "../preferences/writing.ts";
import { words } from "../words/words.ts";
import { afterEvent, beginTurn, type Said, type Turn } from "./turn.ts";

/** How often in a row nobody has to answer for the line to be given up. */
const TRIES = 3;
// One that runs goes on without its reader: a process that was killed is back by then, or another has its turn.
const TRIES_ONCE_BEGUN = 10;

/**
 * Hears what is answered, from its beginning or where it stands, to its end: a line that breaks is taken up behind the
 * event that was heard last. Undefined if the turn ended so long ago that only its conversation knows of it.
 */
export async function hearTurn(said: Said, show: (turn: Turn) => void): Promise<Turn | undefined> {
  let turn = beginTurn(said);
  let failures = 0;
  const grow = (now: Turn): void => {
    failures = 0;
    show((turn = now));
  };
  show(turn);
  for (;;) {
    const error = await hearMore(turn, grow).catch((reason: unknown) => reason);
    if (turn.state !== "answering") return turn;
    if (isGone(error, turn)) return undefined;
    if (!isPassing(error)) return { ...turn, state: "failed", why: reasonOf(error) };
    failures += 1;
    if (failures === (hasBegun(turn) ? TRIES_ONCE_BEGUN : TRIES))
      return { ...turn, state: "broken", why: words.chat.broke };
    await pauseAfter(failures);
  }
}

async function hearMore(from: Turn, grow: (turn: Turn) => void): Promise<void> {
  let turn = from;
  for await (const { id, ...event } of turnEvents(from))
    grow((turn = { ...afterEvent(turn, event), heard: id }));
}

const hasBegun = ({ said }: Turn): boolean => said.turn_id !== undefined;

const isGone = (error: unknown, turn: Turn): boolean =>
  hasBegun(turn) && error instanceof ProblemError && error.status === 404;

async function* turnEvents({ said, heard }: Turn): AsyncGenerator<TurnEvent & { id?: string }> {
  const { key, turn_id, message, conversation_id } = said;
  const body = { message, timezone: zone, ...(conversation_id && { conversation_id }) };
  const events =
    turn_id === undefined
      ? eventsOf("/chat", { method: "POST", key, body })
      : eventsOf(`/turns/${turn_id}/events`, { after: heard });
  for await (const { id, event, data } of events)
    yield { id, event, data: JSON.parse(data) } as TurnEvent & { id?: string };
}
