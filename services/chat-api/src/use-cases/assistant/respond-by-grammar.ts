import type { ToolCall } from "@todo-mesh/contracts";
import { yieldNow } from "@todo-mesh/kit";
import type { Catalogue } from "../../domain/actions/catalogue.ts";
import { answerTo } from "../../domain/assistant/answer-to-question.ts";
import { lastShown, type Plan, planTurn } from "../../domain/assistant/plan-turn.ts";
import { doneBy, type Known } from "../../domain/grammar/deeds.ts";
import { severalWishes, type Wish } from "../../domain/grammar/several-wishes.ts";
import type { Understand } from "../../domain/grammar/understand.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import { sayWords } from "../../domain/replies/say-words.ts";
import type { Responder } from "./responder.ts";
import type { Turn } from "./turn.ts";

/** As many calls as a turn may make. */
const MOST_WISHES = 20;

/** Answers by the grammar: each wish of a message is one call at most, or it is asked back. */
export function respondByGrammar(understand: Understand, catalogue: Catalogue): Responder {
  return async (turn, actions) => {
    const { message, context } = turn;
    const locale = localeIn(context);
    const { replies } = LANGUAGES[locale];
    const words = (intent: Wish["intent"]): string =>
      sayWords(replies, intent, catalogue.examples[locale]);
    const hear = async (text: string): Promise<Wish["intent"]> => {
      await yieldNow();
      return understand(text, context);
    };
    const several = await severalWishes(message, context, hear, actions);
    const wishes = several ?? [{ text: message, intent: understand(message, context) }];
    if (wishes.length > MOST_WISHES) return { text: words({ kind: "too-many" }) };
    const [said, made]: [string[], ToolCall[]] = [[], []];
    const carryOut = async ({ back, ...call }: Plan): Promise<string> => {
      const tookBack = back === undefined ? "" : await actions.takeBack([back]);
      const result = await actions.call(call);
      made.push({ id: "", ...call, result });
      return `${tookBack}${catalogue.say(call.name, result, locale)}`;
    };
    for (const { intent } of wishes) {
      if (said.length > 0 && turn.stopped?.aborted)
        return { text: [...said, replies.talk.stopped].join("\n"), interrupted: true };
      const plan = await planOf(intent, actions, () => planned(intent, turn, made, understand));
      said.push(plan ? await carryOut(plan) : words(intent));
    }
    return { text: said.join("\n") };
  };
}

/** A deed that no task wishes for is looked for all the same: the answer says that there is none, or what is like it. */
async function planOf(
  intent: Wish["intent"],
  known: Known,
  otherwise: () => Plan | undefined,
): Promise<Plan | undefined> {
  if (intent.kind !== "did") return otherwise();
  const task = (await doneBy(intent, known)) ?? intent.readings[0] ?? intent.thing;
  return { name: "complete_task", arguments: { task } };
}

function planned(
  intent: Wish["intent"],
  { id, window, context }: Turn,
  made: readonly ToolCall[],
  understand: Understand,
): Plan | undefined {
  const now = made.length > 0 ? [{ turn_id: id, tool_calls: made }] : [];
  const plan = planTurn(intent, lastShown([...window, ...now]));
  if (plan || intent.kind !== "time") return plan;
  const added = answerTo(window, intent.phrase, understand, context);
  return added ?? (intent.list && { name: "list_tasks", arguments: { which: intent.list } });
}
