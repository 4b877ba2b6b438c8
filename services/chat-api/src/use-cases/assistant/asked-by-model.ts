import type { ToolCall } from "@todo-mesh/contracts";
import { digestOf } from "@todo-mesh/kit";
import type { Action } from "../../domain/actions/action.ts";
import { isOwn, ownPhrase, type OwnWords } from "../../domain/assistant/own-words.ts";
import type { PlannedCall } from "../../domain/assistant/plan-turn.ts";
import type { ModelCall } from "./model.ts";
import type { ModelTools } from "./model-tools.ts";
import type { Turn } from "./turn.ts";

/** A call of a model, as far as it is the person's wish. */
export interface AskedByModel {
  readonly planned: PlannedCall;
  /** The same call has the same key, in any round, and when its turn is taken up again. */
  readonly key: string;
  readonly action: Action;
  /** Words about a time that the person did not say. */
  readonly dropped: boolean;
  /** Nobody but the person may ask for it: it is a deletion, takes back, or comes from words that are not theirs. */
  readonly withheld: boolean;
}

const TIMES = ["when", "until"] as const;

/** What a model's call comes to; undefined when there is no such tool, or its arguments are none. */
export function askedByModel(
  tools: ModelTools,
  { context }: Turn,
  own: OwnWords,
  call: ModelCall,
): AskedByModel | undefined {
  const action = tools.behind(call.name);
  const given = call.arguments && Object.fromEntries(Object.entries(call.arguments).filter(isSaid));
  if (!action || !given) return undefined;
  const times = TIMES.flatMap((name) => {
    const said = given[name];
    return typeof said === "string" ? [{ name, phrase: ownPhrase(said, own, context) }] : [];
  });
  const phrases = times.flatMap(({ name, phrase }) => (phrase ? [[name, phrase]] : []));
  const input: ToolCall["arguments"] = { ...withoutTimes(given), ...Object.fromEntries(phrases) };
  return {
    planned: { name: action.name, arguments: input },
    key: digestOf([action.name, input]),
    action,
    dropped: times.some(({ phrase }) => phrase === undefined),
    withheld: isForThePerson(action, input, own),
  };
}

// Small models fill in every field.
const isSaid = ([, value]: [string, unknown]): boolean => value !== "" && value !== null;

const withoutTimes = ({ when: _when, until: _until, ...rest }: ToolCall["arguments"]) => rest;

function isForThePerson(
  { name, risk }: Action,
  { task, title }: ToolCall["arguments"],
  own: OwnWords,
): boolean {
  if (risk === "read") return false;
  if (risk === "destroy" || name === "undo") return true;
  const named = task ?? title;
  return typeof named === "string" && !isOwn(named, own);
}
