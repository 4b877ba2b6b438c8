import type { Budget } from "@todo-mesh/kit";
import type { IdSource } from "@todo-mesh/ports";
import type { Locale } from "@todo-mesh/when";
import type { Catalogue } from "../../domain/actions/catalogue.ts";
import { isSure } from "../../domain/assistant/is-sure.ts";
import { lastShown } from "../../domain/assistant/plan-turn.ts";
import { fencing, PROMPT } from "../../domain/assistant/prompt.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import type { Understand } from "../../domain/grammar/understand.ts";
import type { Replies } from "../../domain/replies/replies.ts";
import { sayWithheld } from "../../domain/replies/say-of-model.ts";
import type { Model, ModelMessage } from "./model.ts";
import { type LoopDeps, type Progress, runModel } from "./model-loop.ts";
import { modelTools, type Profile } from "./model-tools.ts";
import type { Responder, TurnActions } from "./responder.ts";
import { createSpeech } from "./speech.ts";
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
    const shown = lastShown(turn.window);
    if (use.grammarFirst && isSure(intent, turn.message, shown))
      return grammar(turn, turnActions, emit);
    const locale = localeIn(turn.context);
    const { replies } = LANGUAGES[locale];
    const speech = createSpeech(emit);
    const byRules = async (why: "down" | "budget") => {
      const { text } = await grammar(turn, turnActions, emit);
      return { text: speech.rest(`${text}\n${replies.ofModel.byRules[why]}`) };
    };
    if (use.budget.waitMs(turn.userId, RESERVED) > 0) return byRules("budget");
    const say: LoopDeps["say"] = (name, outcome) => actions.say(name, outcome, locale);
    const { own, begin, fence } = beginningOf(turn, use, ids);
    const model = within(use, turn);
    const loop = { model, tools, say, fence, actions: turnActions, speech };
    const progress = await runModel(loop, turn, own, begin);
    if (progress.ended === "stopped")
      return { text: speech.rest(sayStopped(progress, replies)), interrupted: true };
    if (isFailed(progress) && isFruitless(progress)) return byRules("down");
    const asked = await askedOf(progress, turnActions, locale);
    const wished = intent.kind === "call" || intent.kind === "change";
    const rest = { asked, wished, isEmpty: speech.isEmpty() };
    return { text: speech.rest(restOf(progress, replies, rest)) };
  };
}

/** What a model is told first, and what of it are the person's own words. */
function beginningOf(turn: Turn, { historyWindow }: ModelUse, ids: IdSource) {
  const fence = fencing(ids.next());
  const history = turn.window.slice(-historyWindow);
  const before = history.toReversed().flatMap(({ role, text }) => (role === "person" ? text : []));
  const begin: ModelMessage[] = [
    { role: "system", content: PROMPT },
    { role: "user", content: wordsFor(turn, history, fence) },
  ];
  return { own: [turn.message, ...before], begin, fence };
}

/** The question whether to do what is the person's to say, and what they have to say plainly. */
async function askedOf(
  { withheld }: Progress,
  actions: TurnActions,
  locale: Locale,
): Promise<string> {
  const { text, left } = await actions.propose(withheld.map(({ planned }) => planned));
  const unsaid = withheld.filter(({ planned }) => left.includes(planned));
  const plainly = sayWithheld(LANGUAGES[locale].replies, unsaid, locale);
  return [plainly, text].filter(Boolean).join("\n");
}

/** Ends in time, and takes what a round costs from what the person may spend: first what it may be, then what it was. */
function within({ ask, budget }: ModelUse, { userId, stopped }: Turn): Model {
  const inTime = AbortSignal.timeout(LONGEST_MS);
  const signal = stopped ? AbortSignal.any([inTime, stopped]) : inTime;
  return async (request, how) => {
    budget.spend(userId, RESERVED);
    const round = await ask(request, { ...how, signal });
    budget.spend(userId, round.tokens - RESERVED);
    const isLate = round.verdict === "stopped" && !stopped?.aborted;
    return isLate ? { ...round, verdict: "stall" } : round;
  };
}

function wordsFor(
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

const isFruitless = ({ told, withheld }: Progress): boolean => told.length + withheld.length === 0;

/** What is left to say, behind what was said as it came. */
function restOf(
  progress: Progress,
  { ofModel }: Replies,
  { asked, wished, isEmpty }: Rest,
): string {
  const { changes, claimed, ended } = progress;
  const brokeOff = (isFailed(progress) || ended === "again") && ofModel.brokeOff;
  const open = changes.length === 0 && [claimed, wished, isEmpty, asked !== ""].some(Boolean);
  return [brokeOff, open && ofModel.nothingChanged, asked].filter(Boolean).join("\n");
}

const sayStopped = ({ changes }: Progress, { ofModel, talk: { stopped } }: Replies): string =>
  changes.length === 0 ? `${stopped}\n${ofModel.nothingChanged}` : stopped;

interface Rest {
  /** The question whether to do what is the person's to say. */
  readonly asked: string;
  readonly wished: boolean;
  /** Nothing was said yet. */
  readonly isEmpty: boolean;
}
