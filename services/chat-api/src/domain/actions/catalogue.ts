import {
  batchRequestOf,
  operationOf,
  type OperationSchema,
  type Outcome,
} from "@todo-mesh/contracts";
import type { Locale } from "@todo-mesh/when";
import { forEachLocale, type InEach } from "../languages/each.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { sayNotDone } from "../replies/say-not-done.ts";
import type { Lexicon, Undoable } from "../replies/say-undone.ts";
import type { Action, OnTask } from "./action.ts";

type TaskAction = Action & { readonly onTask: OnTask };

/** All that can be done, and all that follows from it. It is made once, when the service starts. */
export interface Catalogue {
  readonly actions: readonly Action[];
  /** Those that change one task, when no more is said than which. */
  readonly ofTask: readonly TaskAction[];
  readonly named: (name: string) => Action | undefined;
  /** What an operation of a batch does to its task. */
  readonly withOp: (op: string) => OnTask;
  readonly operation: OperationSchema;
  readonly batchRequest: ReturnType<typeof batchRequestOf>;
  /** What the journal calls changes. */
  readonly verbs: readonly string[];
  /** What a person may say. */
  readonly examples: InEach<readonly string[]>;
  /** The answer to what a call came to. */
  readonly say: (name: string, outcome: Outcome, locale: Locale) => string;
}

/** Collects actions. No two have the same name or operation. */
export function createCatalogue(actions: readonly Action[]): Catalogue {
  const ofTask = actions.filter((action): action is TaskAction => action.onTask !== undefined);
  const byName = keyed(actions, ({ name }) => name);
  const byOp = keyed(ofTask, ({ onTask }) => onTask.op);
  const byVerb = Map.groupBy(actions, ({ verb = "" }) => verb);
  const lexicon =
    (locale: Locale): Lexicon =>
    (verb) =>
      byVerb
        .get(verb)
        ?.flatMap(({ words }) => words?.[locale] ?? [])
        .find(hasWords);
  const examples = (locale: Locale): string[] =>
    actions.flatMap(({ words }) => words?.[locale].examples ?? []);
  const [plain, until] = [false, true].map((takesUntil) =>
    ofTask.map(({ onTask }) => onTask).filter((each) => each.takesUntil === takesUntil),
  );
  const operation = operationOf(opsOf(plain), opsOf(until));
  return {
    actions,
    ofTask,
    named: (name) => byName.get(name),
    withOp: (op) => known(byOp.get(op)).onTask,
    operation,
    batchRequest: batchRequestOf(operation),
    verbs: [...new Set([...actions.flatMap(({ verb = [] }) => verb), ERASED])],
    examples: forEachLocale(examples),
    say: (name, outcome, locale) =>
      sayNotDone(LANGUAGES[locale].replies, outcome) ??
      known(byName.get(name)?.tool).say[locale](outcome, lexicon(locale)),
  };
}

const opsOf = (rows: readonly OnTask[] = []): string[] => rows.map(({ op }) => op);

/** The mesh itself erases what has lain in the trash for long: nobody asks for it. */
const ERASED = "erased";

const hasWords = ({ again, undone }: Undoable): boolean => Boolean(again ?? undone);

function keyed<Each>(all: readonly Each[], keyOf: (each: Each) => string): Map<string, Each> {
  const map = new Map(all.map((each) => [keyOf(each), each]));
  if (map.size < all.length) throw new Error("Two actions have the same name");
  return map;
}

function known<Each>(found: Each | undefined): Each {
  if (found === undefined) throw new Error("There is no such action");
  return found;
}
