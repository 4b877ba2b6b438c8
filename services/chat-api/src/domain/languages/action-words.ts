import type { AddOutcome, DatesTold, Listed, TaskLine, Undone } from "@todo-mesh/contracts";
import type { Lexicon, Undoable } from "../replies/say-undone.ts";

/** What a language has for an action; `Said` is what its answer is made of. */
export interface ActionWords<Said> extends Undoable {
  /** What it is called, where it was not done: “Delete a task”. */
  readonly name?: string | undefined;
  /**
   * Sentences that ask for it; what they have in brackets names the task, or the
   * group `task` does (“it”, if it is left out), and `until` says until when. The first that fits counts.
   */
  readonly sentences?: readonly RegExp[] | undefined;
  /** What a person may say for it, as the help shows it. */
  readonly examples?: readonly string[] | undefined;
  /** The answer, from the outcome alone, whoever asked. */
  readonly say: (said: Said, lexicon: Lexicon) => string;
  /** What it would do, as part of a sentence: without such words nobody can be asked to allow it. */
  readonly would?: ((said: Said) => string) | undefined;
}

type Proposable<Said> = ActionWords<Said> & Required<Pick<ActionWords<Said>, "would">>;

type OfTask = { readonly task: TaskLine };

/** The words of every action that has some. */
export interface ActionTable {
  readonly add_task: Proposable<AddOutcome>;
  readonly list_tasks: ActionWords<Listed>;
  readonly list_occurrences: ActionWords<DatesTold>;
  readonly read_task: ActionWords<OfTask>;
  readonly complete_task: Proposable<OfTask>;
  readonly delete_task: Proposable<OfTask>;
  readonly reopen_task: Proposable<OfTask>;
  readonly skip_task: Proposable<OfTask>;
  readonly end_series: Proposable<OfTask>;
  readonly reschedule_task: Proposable<OfTask>;
  readonly snooze_task: Proposable<OfTask>;
  readonly dismiss_task: Proposable<OfTask>;
  readonly mute_task: Proposable<OfTask>;
  readonly unmute_task: Proposable<OfTask>;
  readonly restore_task: Proposable<OfTask>;
  readonly undo: ActionWords<Undone>;
  readonly change_task: Undoable;
}
