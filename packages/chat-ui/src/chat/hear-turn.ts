import type { TurnEvent } from "@todo-mesh/contracts";
import type { Call } from "../api/call.ts";
import { pauseAfter } from "../api/pause.ts";
import { isMissing, isPassing, reasonOf } from "../api/problem.ts";
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
    if (turn.said.turn_id !== undefined) heardHere.add(turn.said.turn_id);
  };
  show(turn);
  for (;;) {
    const error = await hearMore(turn, grow).catch((reason: unknown) => reason);
    const end = turn.state === "answering" ? endBy(error, turn, (failures += 1)) : { turn };
    if (end) {
      heardHere.delete(turn.said.turn_id ?? "");
      return end.turn;
    }
    await pauseAfter(failures);
  }
}

const heardHere = new Set<string>();
/** Whether a turn is heard in this tab: of that it needs nobody else to know. */
export const isHeardHere = (turnId: string): boolean => heardHere.has(turnId);

/** What a turn has come to whose line broke. Undefined: it is worth another try. */
function endBy(error: unknown, turn: Turn, failures: number): { turn?: Turn } | undefined {
  if (isGone(error, turn)) return {};
  if (!isPassing(error)) return { turn: { ...turn, state: "failed", why: reasonOf(error) } };
  if (failures < (hasBegun(turn) ? TRIES_ONCE_BEGUN : TRIES)) return undefined;
  return { turn: { ...turn, state: "broken", why: words.chat.broke } };
}

async function hearMore(from: Turn, grow: (turn: Turn) => void): Promise<void> {
  let turn = from;
  for await (const { id, ...event } of turnEvents(from))
    grow((turn = { ...afterEvent(turn, event), heard: id }));
}

const hasBegun = ({ said }: Turn): boolean => said.turn_id !== undefined;

const isGone = (error: unknown, turn: Turn): boolean => hasBegun(turn) && isMissing(error);

async function* turnEvents({ said, heard }: Turn): AsyncGenerator<TurnEvent & { id?: string }> {
  const events =
    said.turn_id === undefined
      ? eventsOf(...asked(said))
      : eventsOf(`/turns/${said.turn_id}/events`, { after: heard });
  for await (const { id, event, data } of events)
    yield { id, event, data: JSON.parse(data) } as TurnEvent & { id?: string };
}

function asked({ key, message, conversation_id, replaces }: Said): [path: string, call: Call] {
  const method = "POST";
  if (replaces?.bySame)
    return [
      `/conversations/${conversation_id}/regenerate`,
      { method, key, body: { timezone: zone } },
    ];
  const replaces_message_id = replaces?.message_id;
  const body = {
    message,
    timezone: zone,
    ...(conversation_id && { conversation_id }),
    ...(replaces_message_id && { replaces_message_id }),
  };
  return ["/chat", { method, key, body }];
}
