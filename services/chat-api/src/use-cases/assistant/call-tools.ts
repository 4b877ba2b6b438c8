import { ApprovalNeeded, type Outcome } from "@todo-mesh/contracts";
import { digestOf } from "@todo-mesh/kit";
import { z } from "zod";
import type { PlannedCall } from "../../domain/assistant/plan-turn.ts";
import { localeIn } from "../../domain/languages/locale-in.ts";
import { speakingIn } from "../../domain/grammar/speaking-in.ts";
import { LANGUAGES } from "../../domain/languages/languages.ts";
import type { ApprovalWords } from "../../domain/replies/approval-words.ts";
import type { TaskDeps } from "../deps.ts";
import { answerOncePerKey } from "../once/one-key.ts";
import { contextOf } from "../preferences/context-of.ts";
import { preferencesOf } from "../preferences/preferences.ts";
import { askPerson } from "./ask-person.ts";
import { runCall } from "./run-call.ts";
import type { AskedOfChat, Turn } from "./turn.ts";

/** Calls by name from outside of any conversation, made one after the other. */
export interface AskedOfTools extends Pick<AskedOfChat, "userId" | "lookedThrough"> {
  readonly calls: readonly PlannedCall[];
  /** Where they are made from; else where the person has chosen. */
  readonly timezone?: string | undefined;
  /** Under the same key the same calls are done once. */
  readonly key?: string | undefined;
}

/** What a call has come to, and the same in words. */
export interface Called {
  readonly outcome: Outcome;
  readonly said: string;
}

/**
 * Does what calls ask, each as if alone, as one turn: an undo takes all of them back. What is gone when it is done by
 * mistake waits for the person's yes. Words about times are read, and
 * answers are worded, as those of a message. `key-reused` if the key was that of another request.
 */
export function callTools(deps: TaskDeps) {
  return async (asked: AskedOfTools): Promise<Called[]> => {
    const turn = await turnOf(deps, asked);
    const locale = localeIn(turn.context);
    const called: Called[] = [];
    for (const [at, { name, arguments: given }] of asked.calls.entries()) {
      const call = { id: `${turn.id}.${at + 1}`, name, arguments: given };
      const isForThePerson = deps.actions.named(name)?.risk === "destroy";
      const outcome = await (isForThePerson ? askPerson : runCall)(deps, turn, call);
      const needed = ApprovalNeeded.safeParse(outcome).data;
      const said = needed
        ? sayAsked(LANGUAGES[locale].approval, needed)
        : deps.actions.say(name, outcome, locale);
      called.push({ outcome, said });
    }
    return called;
  };
}

export type CallTools = ReturnType<typeof callTools>;

async function turnOf(deps: TaskDeps, asked: AskedOfTools): Promise<Turn> {
  const { userId, calls, timezone, lookedThrough } = asked;
  const chosen = await preferencesOf(deps.store, userId);
  const said = calls.flatMap((call) => Object.values(call.arguments)).filter(isText);
  const id = await turnIdOf(deps, asked);
  return {
    id,
    userId,
    // There is none: nothing leads from it to anything.
    conversationId: id,
    message: "",
    context: speakingIn(contextOf({ timezone }, chosen, deps.clock.now()), said),
    replaced: [],
    window: [],
    lookedThrough,
  };
}

const sayAsked = ({ ask, elsewhere }: ApprovalWords, { effect }: ApprovalNeeded): string =>
  [ask([effect]), elsewhere].join("\n");

const isText = (value: unknown): value is string => typeof value === "string";

/** All that is done is named after its turn: with a key that is the turn it was done in at first. */
async function turnIdOf(
  { ids, commit }: Pick<TaskDeps, "ids" | "commit">,
  { userId, calls, key }: AskedOfTools,
): Promise<string> {
  if (key === undefined) return ids.next();
  const fingerprint = digestOf(calls.map((call) => [call.name, call.arguments]));
  const asked = { userId, idempotency: { key, fingerprint } };
  return z
    .uuid()
    .parse(await commit(userId, (tx) => answerOncePerKey(tx, asked, async () => ids.next())));
}
