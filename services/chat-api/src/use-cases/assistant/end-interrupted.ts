import { type ChatAnswer, Outcome, type ToolCall } from "@todo-mesh/contracts";
import type { Transaction } from "@todo-mesh/state";
import { localeOf } from "@todo-mesh/when";
import { tookEffect } from "../../domain/actions/took-effect.ts";
import {
  type Conversation,
  isStale,
  type RunningTurn,
} from "../../domain/assistant/conversation.ts";
import { callsIn, restOf, wordsIn } from "../../domain/assistant/turn-events.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { TURN_RECORD_SECONDS, turnKey, TurnRecord } from "../once/turn-record.ts";
import type { ChatDeps, TaskDeps } from "../deps.ts";
import { askApproval } from "./approvals.ts";
import { markInterrupted, storeAnswer } from "./finish-turn.ts";
import type { RunningTurns } from "./running-turns.ts";
import { KEPT, TurnRow, turnRowKey } from "./turn-row.ts";
import type { Said } from "./turn.ts";

/** What it takes to end the turn of one who died. */
export interface EndDeps extends ChatDeps {
  readonly running: Pick<RunningTurns, "isDead">;
  /** The answer of a turn of this process that could not be stored yet. */
  readonly unkept: (owner: string) => Said | undefined;
}

/**
 * Ends the turns of a conversation whose owners died, as far as they came: what was shown and what was done is their
 * answer. Answers those that go on.
 */
export async function endDead(
  deps: EndDeps,
  tx: Transaction,
  userId: string,
  { id, running }: Pick<Conversation, "id" | "running">,
): Promise<RunningTurn[]> {
  const keys = running.map(({ turn_id }) => turnRowKey(userId, turn_id));
  const rows = keys.length > 0 ? await tx.getMany(keys, TurnRow) : [];
  const alive: RunningTurn[] = [];
  for (const [at, turn] of running.entries()) {
    const row = rows[at];
    const lives = row ? !deps.running.isDead(row) : !isStale(turn, deps.clock.now());
    if (lives) alive.push(turn);
    else if (row) await endInterrupted(deps, tx, userId, row);
    // The version before keeps no row.
    else await markInterrupted(deps, tx, { userId, conversationId: id, id: turn.turn_id }, "");
  }
  return alive;
}

/** Ends a turn whose owner died, and answers what it came to. */
export async function endInterrupted(
  deps: EndDeps,
  tx: Transaction,
  userId: string,
  row: TurnRow,
): Promise<ChatAnswer> {
  const said: Said = deps.unkept(row.owner) ?? {
    answer: interruptedAnswer(deps, row),
    final: true,
  };
  const { answer, asks, final } = said;
  const { turn_id, conversation_id, key } = row;
  await storeAnswer(deps, tx, { userId, conversationId: conversation_id, id: turn_id }, answer);
  if (asks) await askApproval(deps, tx, userId, asks);
  if (key !== undefined && final)
    await answerKey(tx, { key: turnKey(userId, key), turn_id }, answer);
  const events = [...row.events, ...restOf(answer, wordsIn(row.events))];
  tx.put(turnRowKey(userId, turn_id), { ...row, events, ended: true }, KEPT);
  return answer;
}

async function answerKey(
  tx: Transaction,
  { key, turn_id }: { readonly key: string; readonly turn_id: string },
  answer: ChatAnswer,
): Promise<void> {
  const record = await tx.get(key, TurnRecord);
  if (record?.turn_id !== turn_id) return;
  const answered = { ...record, answer: JSON.stringify(answer) };
  tx.put(key, answered, { ttlSeconds: TURN_RECORD_SECONDS });
}

const outcomeOf = ({ result }: ToolCall): Outcome => Outcome.parse(result);

function interruptedAnswer({ actions }: Pick<TaskDeps, "actions">, row: TurnRow): ChatAnswer {
  const locale = localeOf(row.locale, []);
  const { talk, ofModel } = LANGUAGES[locale].replies;
  const [shown, calls] = [wordsIn(row.events), callsIn(row.events)];
  const lines = calls.map((call) => actions.say(call.name, outcomeOf(call), locale));
  const untold = lines.filter((line) => !shown.includes(line));
  const changed = calls.some((call) => tookEffect(outcomeOf(call)));
  const rest = [...untold, talk.interrupted, ...(changed ? [] : [ofModel.nothingChanged])];
  return {
    conversation_id: row.conversation_id,
    turn_id: row.turn_id,
    response: [...(shown === "" ? [] : [shown]), ...rest].join("\n"),
    tool_calls: calls,
    interrupted: true,
  };
}
