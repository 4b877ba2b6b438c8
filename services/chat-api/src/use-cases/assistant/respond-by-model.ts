import type { Budget } from "@todo-mesh/kit";
import type { IdSource } from "@todo-mesh/ports";
import type { Catalogue } from "../../domain/actions/catalogue.ts";
import { withoutClaims } from "../../domain/assistant/claims.ts";
import { isSure } from "../../domain/assistant/is-sure.ts";
import { fencing, PROMPT } from "../../domain/assistant/prompt.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import type { Understand } from "../../domain/grammar/understand.ts";
import {
  NOTHING_CHANGED,
  sayBrokeOff,
  sayByRules,
  sayWithheld,
} from "../../domain/replies/say-of-model.ts";
import type { Model, ModelMessage, ModelRequest } from "./model.ts";
import { type LoopDeps, type Progress, runModel } from "./model-loop.ts";
import { modelTools, type Profile } from "./model-tools.ts";
import type { Responder } from "./responder.ts";
import type { Turn } from "./turn.ts";

/** How a model is used. */
export interface ModelUse {
  readonly ask: Model;
  readonly profile: Profile;
  /** How many messages before this one it is shown. */
  readonly historyWindow: number;
  /** Whether the grammar answers alone what it understands in every word. */
  readonly grammarFirst: boolean;
  /** What each person may spend, in tokens. */
  readonly budget: Budget;
}

interface ModelDeps {
  readonly use: ModelUse;
  readonly grammar: Responder;
  readonly understand: Understand;
  readonly actions: Catalogue;
  readonly ids: IdSource;
}

/** What a round may cost, until it is known. */
const RESERVED = 1_000;
/** A turn of a minute is taken for one whose process died; by then it has its answer. */
const LONGEST_MS = 45_000;

/**
 * Answers by a model, and tells what was done in the words of the actions alone. The grammar answers first where it is
 * sure, and instead where the model cannot; the answer says so then.
 */
export function respondByModel({ use, grammar, understand, actions, ids }: ModelDeps): Responder {
  const tools = modelTools(actions, use.profile);
  return async (turn, turnActions, emit) => {
    const intent = understand(turn.message, turn.context);
    if (use.grammarFirst && isSure(intent, turn.message)) return grammar(turn, turnActions, emit);
    const byRules = async (why: "down" | "budget") => {
      const { text } = await grammar(turn, turnActions, emit);
      return { text: `${text}\n${sayByRules(why)}` };
    };
    if (use.budget.waitMs(turn.userId, RESERVED) > 0) return byRules("budget");
    const fence = fencing(ids.next());
    const history = turn.window.slice(-use.historyWindow);
    const own = [
      turn.message,
      ...history.toReversed().flatMap(({ role, text }) => (role === "person" ? text : [])),
    ];
    const tell = (text: string): void => emit(`${text}\n`);
    const model = within(use, turn);
    const say: LoopDeps["say"] = (name, outcome) =>
      actions.say(name, outcome, localeIn(turn.context));
    const loop = { model, tools, say, fence, actions: turnActions, tell };
    const progress = await runModel(loop, turn, own, [
      { role: "system", content: PROMPT },
      { role: "user", content: askedOf(turn, history, fence) },
    ]);
    const { told, withheld } = progress;
    if (isFailed(progress) && told.length + withheld.length === 0) return byRules("down");
    const wishes = withheld.map(({ planned }) => planned);
    const { text, left } = await turnActions.propose(wishes);
    const plainly = sayWithheld(withheld.filter(({ planned }) => left.includes(planned)));
    const asked = [plainly, text].filter(Boolean).join("\n");
    return { text: restOf(progress, asked, intent.kind === "call" || intent.kind === "change") };
  };
}

/** Ends in time, and takes what a round costs from what the person may spend: first what it may be, then what it was. */
function within({ ask, budget }: ModelUse, { userId }: Turn): Model {
  const inTime = AbortSignal.timeout(LONGEST_MS);
  return async (request: ModelRequest) => {
    budget.spend(userId, RESERVED);
    const round = await ask(request, inTime);
    budget.spend(userId, round.tokens - RESERVED);
    return round;
  };
}

function askedOf(
  turn: Turn,
  history: Turn["window"],
  fence: (text: string) => string,
): ModelMessage["content"] {
  const before = history.map(({ role, text }) => `${role}: ${text}`).join("\n");
  return [
    ...(before === "" ? [] : [`Said before:\n${fence(before)}`]),
    `The person says now:\n${turn.message}`,
  ].join("\n\n");
}

const isFailed = ({ ended }: Progress): boolean => !["stop", "calls", "again"].includes(ended);

/** What is left to say, behind what was told of each call. */
function restOf(progress: Progress, asked: string, wished: boolean): string {
  const { told, changes, ended } = progress;
  const { text, claimed } = withoutClaims(progress.words);
  const brokeOff = (isFailed(progress) || ended === "again") && sayBrokeOff;
  const isEmpty = told.length + text.length + asked.length === 0;
  const open = changes.length === 0 && [claimed, wished, isEmpty, asked !== ""].some(Boolean);
  return [text, brokeOff, open && NOTHING_CHANGED, asked].filter(Boolean).join("\n");
}
