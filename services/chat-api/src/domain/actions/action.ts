import {
  changedTask,
  type Outcome,
  type Refusal,
  type Task,
  type TaskLine,
  TaskRef,
} from "@todo-mesh/contracts";
import type { Context, Locale } from "@todo-mesh/when";
import type { z } from "zod";
import type { SpokenAction } from "../grammar/spoken-action.ts";
import type { ActionWords } from "../languages/action-words.ts";
import { forEachLocale, type InEach } from "../languages/each.ts";
import type { Lexicon } from "../replies/say-undone.ts";
import type { Stamp, TaskChange } from "../tasks/task-change.ts";
import type { SaidUntil } from "../grammar/until-moment.ts";

/*
 * Everything that can be done is one row: what it is called, what it is given, what it comes to, how far it goes and
 * what is said of it. Routes, operations of a batch, tools and the grammar are made of the rows.
 */

/** What a row says of itself, to whatever door it stands at. */
interface Facts extends Omit<SpokenAction, "onTask"> {
  /** What a tool call names it; `completeTask` in the API. */
  readonly name: string;
  readonly title: string;
  /** What people call it, for models that know few words; only what is done most has one. */
  readonly plainName?: string | undefined;
  /** What is not plain from its title. */
  readonly about?: string | undefined;
  /** `destroy`: whoever did not mean it misses something. */
  readonly risk: "read" | "change" | "destroy";
  /** Done again at once it comes to the same: nothing happens that did not before. */
  readonly idempotent?: true | undefined;
  /** `remote`: it asks another service, and that is never done inside a transaction. */
  readonly effect: "transaction" | "remote";
  /** What the journal calls the changes it makes. */
  readonly verb?: string | undefined;
  /** How each language asks for it, and what it says of it. */
  readonly words?: InEach<Omit<ActionWords<never>, "say">> | undefined;
}

/** Who acts, when and where, and what a new thing is called. */
export interface Scene {
  readonly userId: string;
  readonly context: Context;
  readonly stamp: Stamp;
  readonly newId: string;
}

/** What came of it; with `change` when a task is to change. */
export interface Done {
  readonly outcome: Outcome;
  readonly change?: TaskChange | undefined;
}

/** What is to be done for a call, once its input is understood. */
export type LocalWork =
  /** Changes the one task that is meant, as `OnTask` says. */
  | { readonly kind: "change"; readonly task: TaskRef; readonly until?: string }
  /** Adds to the list, or asks back. */
  | { readonly kind: "add"; readonly make: (scene: Scene) => Done }
  /** Reads the list; may rest. */
  | {
      readonly kind: "read";
      readonly look: (parts: Parts, context: Context) => Generator<undefined, Outcome>;
    }
  /** Tells of the one task that is meant. */
  | {
      readonly kind: "tell";
      readonly task: TaskRef;
      readonly candidates: Candidates;
      readonly tell: (task: Task, context: Context) => Outcome;
    }
  /** Takes back what the conversation did last. */
  | { readonly kind: "undo" };
type Parts = readonly ReadonlyMap<string, Task>[];

/** Asks another service, which does it once for each `key`. */
export interface RemoteWork {
  readonly kind: "remote";
  readonly ask: (asked: { readonly userId: string; readonly key: string }) => Promise<Outcome>;
}
export type Work = LocalWork | RemoteWork;

/** How an action changes one task, when no more is said than which. */
export interface OnTask {
  /** The operation of a batch; its route has the same name. */
  readonly op: string;
  /** Where `POST /tasks/{id}/…` does it; undefined for what has a route of another shape, written by hand. */
  readonly path: string | undefined;
  /** The tasks that words may mean. */
  readonly candidates: Candidates;
  /** It reaches what lies in the trash, too. */
  readonly inTrash: boolean;
  /** Why a task that words mean is not fit for it, where nothing would change and a person should hear why. */
  readonly unfit?: ((task: Task) => Refusal | undefined) | undefined;
  /** It is told until when as well. */
  readonly takesUntil: boolean;
  readonly apply: (task: Task, stamp: Stamp, said?: SaidUntil) => TaskChange;
  /** The word of its outcome. */
  readonly outcome: string;
}
/** The tasks that words are likely to mean, and those they mean if there are no others. */
export type Candidates = readonly [likely: Candidate, other: Candidate];
type Candidate = (task: Task, now: Date) => boolean;

/** How somebody calls it by name. */
export interface Tool {
  readonly input: z.ZodObject;
  readonly outcome: z.ZodType;
  /** The work for an input that fits. */
  readonly workFor: (input: unknown) => Work;
  /** The answer in each language, from the outcome alone, whoever asked. */
  readonly say: InEach<(outcome: Outcome, lexicon: Lexicon) => string>;
  /** What it would do, in each language, from the outcome that it would have; where it can be proposed. */
  readonly would: InEach<((outcome: Outcome) => string) | undefined>;
}

export interface Action extends Facts {
  readonly tool?: Tool | undefined;
  readonly onTask?: OnTask | undefined;
}

type Row<Input extends z.ZodObject, Result extends z.ZodType> = Omit<Facts, "effect" | "words"> & {
  readonly input: Input;
  readonly outcome: Result;
  readonly words: InEach<ActionWords<z.output<Result>>>;
} & (
    | {
        readonly effect: "transaction";
        readonly does: (input: z.output<Input>) => LocalWork;
      }
    | { readonly effect: "remote"; readonly does: (input: z.output<Input>) => RemoteWork }
  );

/** An action that can be called by name. */
export function defineAction<Input extends z.ZodObject, Result extends z.ZodType>(
  row: Row<Input, Result>,
): Action {
  const { input, outcome, does, ...facts } = row;
  const sayIn =
    (locale: Locale) =>
    (result: Outcome, lexicon: Lexicon): string =>
      facts.words[locale].say(outcome.parse(result), lexicon);
  const wouldIn = (locale: Locale) => {
    const { would } = facts.words[locale];
    return would && ((result: Outcome): string => would(outcome.parse(result)));
  };
  return {
    ...facts,
    tool: {
      input,
      outcome,
      workFor: (given) => does(input.parse(given)),
      say: forEachLocale(sayIn),
      would: forEachLocale(wouldIn),
    },
  };
}

/** What a row of an action on one task says. */
export type TaskRow = Omit<Facts, "effect" | "verb" | "hear" | "words"> &
  Pick<OnTask, "op" | "candidates" | "unfit" | "apply"> & {
    readonly verb: string;
    /** If it is another word than the journal's. */
    readonly outcome?: string;
    readonly inTrash?: true;
    /** Its route has another shape, and is written by hand. */
    readonly ownRoute?: true;
    readonly words: InEach<ActionWords<{ readonly task: TaskLine }>>;
  };

/** An action that changes one task, when no more is said than which. */
export function defineTaskAction({
  op,
  candidates,
  unfit,
  apply,
  outcome,
  inTrash,
  ownRoute,
  ...facts
}: TaskRow): Action & { readonly onTask: OnTask } {
  const word = outcome ?? facts.verb;
  const path = ownRoute ? undefined : op.replaceAll("_", "-");
  const reach = { candidates, unfit, inTrash: inTrash === true };
  const onTask = { op, path, ...reach, takesUntil: false, apply, outcome: word };
  const action = defineAction({
    ...facts,
    effect: "transaction",
    input: TaskRef,
    outcome: changedTask(word),
    does: (task) => ({ kind: "change", task }),
  });
  return { ...action, onTask };
}
