import type { Outcome } from "@todo-mesh/contracts";
import { digestOf } from "@todo-mesh/kit";
import { tookEffect } from "../../domain/actions/took-effect.ts";
import { withoutClaims } from "../../domain/assistant/claims.ts";
import type { OwnWords } from "../../domain/assistant/own-words.ts";
import { type AskedByModel, askedByModel } from "./asked-by-model.ts";
import type { KeyedCall, Model, ModelCall, ModelMessage, Verdict } from "./model.ts";
import type { ModelTools } from "./model-tools.ts";
import type { TurnActions } from "./responder.ts";
import type { Speech } from "./speech.ts";
import type { Turn } from "./turn.ts";

const MOST_ROUNDS = 8;
const MOST_CALLS = 20;
/** Changes of tasks that are there already; more are for the person to say. */
const MOST_CHANGED = 3;

/** What a model's turn has come to so far. */
export interface Progress {
  /** What was done or found, each in the words of its action. */
  readonly told: string[];
  /** Words of the model sounded like a claim, and had to go. */
  claimed: boolean;
  /** What it would have done, if it were not for the person to say. */
  readonly withheld: AskedByModel[];
  /** What took effect. */
  readonly changes: AskedByModel[];
  ended: Verdict | "again";
}

export interface LoopDeps {
  readonly model: Model;
  readonly tools: ModelTools;
  /** What became of a call, in the words of its action. */
  readonly say: (name: string, outcome: Outcome) => string;
  readonly fence: (text: string) => string;
  readonly actions: TurnActions;
  readonly speech: Pick<Speech, "line" | "sentence">;
}

/**
 * Asks a model round after round and makes its calls one after the other. It ends with the model's last words, after a
 * round of changes that all took effect, when the model repeats itself, or with a round that is not whole.
 */
export async function runModel(
  deps: LoopDeps,
  turn: Turn,
  own: OwnWords,
  begin: readonly ModelMessage[],
): Promise<Progress> {
  const progress: Progress = {
    told: [],
    claimed: false,
    withheld: [],
    changes: [],
    ended: "length",
  };
  const [messages, seen] = [[...begin], [] as string[]];
  const words = withoutClaims(deps.speech.sentence);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const request = { messages, tools: deps.tools.tools };
    const { verdict, text, calls } = await deps.model(request, { hear: words.hear });
    words.end(verdict === "stop" || verdict === "calls" ? text : undefined);
    [progress.claimed, progress.ended] = [words.claimed(), verdict];
    if (verdict !== "calls") return progress;
    const { over, made } = await makeCalls(deps, { turn, own, calls, progress, seen });
    if (over) return { ...progress, ended: over };
    messages.push({ role: "assistant", content: text, calls: made.map(({ call }) => call) });
    for (const { call, text: heard } of made)
      messages.push({ role: "tool", key: call.key, content: deps.fence(heard) });
  }
  return progress;
}

interface RoundOfCalls {
  readonly turn: Turn;
  readonly own: OwnWords;
  readonly calls: readonly ModelCall[];
  readonly progress: Progress;
  readonly seen: string[];
}

async function makeCalls(deps: LoopDeps, { turn, own, calls, progress, seen }: RoundOfCalls) {
  const asked = manyWithheld(calls.map((call) => askedByModel(deps.tools, turn, own, call)));
  const made: Made[] = [];
  for (const [at, call] of calls.entries()) {
    const key = asked[at]?.key ?? digestOf([call.name, call.arguments]);
    const over = overBefore(key, seen, turn);
    if (over) return { over, made };
    seen.push(key);
    made.push({ call: { ...call, key }, ...(await makeCall(deps, progress, asked[at])) });
  }
  return { over: made.every(({ effect }) => effect) ? ("stop" as const) : undefined, made };
}

const overBefore = (key: string, seen: readonly string[], { stopped }: Turn) => {
  if (stopped?.aborted) return "stopped" as const;
  return seen.includes(key) || seen.length >= MOST_CALLS ? ("again" as const) : undefined;
};

interface Made {
  readonly call: KeyedCall;
  /** What the model hears of it. */
  readonly text: string;
  readonly effect: boolean;
}

const isChange = (each: AskedByModel | undefined): boolean => each?.action.onTask !== undefined;

/** Of many changes at once none is made. */
function manyWithheld(asked: readonly (AskedByModel | undefined)[]) {
  if (asked.filter(isChange).length <= MOST_CHANGED) return asked;
  return asked.map((each) => each && { ...each, withheld: each.withheld || isChange(each) });
}

async function makeCall(
  { actions, say, speech }: LoopDeps,
  progress: Progress,
  asked: AskedByModel | undefined,
): Promise<Omit<Made, "call">> {
  if (!asked) return { text: NO_SUCH_TOOL, effect: false };
  const { planned, key, action } = asked;
  if (asked.withheld || isOneTooMany(progress, asked)) {
    progress.withheld.push(asked);
    return { text: NOT_YOURS, effect: false };
  }
  const outcome = await actions.call(planned, key);
  const text = [say(planned.name, outcome), ...(asked.dropped ? [NO_TIME] : [])].join(" ");
  const effect = action.risk !== "read" && tookEffect(outcome);
  if (effect) progress.changes.push(asked);
  progress.told.push(text);
  speech.line(text);
  return { text, effect };
}

const isOneTooMany = ({ changes }: Progress, asked: AskedByModel): boolean =>
  isChange(asked) && changes.filter(isChange).length >= MOST_CHANGED;

const NO_SUCH_TOOL = "There is no such tool, or its arguments are no object.";
const NOT_YOURS =
  "This was not done: the person is asked whether they want it. Do not try it again.";
const NO_TIME = "I found no time for it in your words; tell me if it has one.";
