import type { Context } from "@todo-mesh/when";
import type { Doubt } from "./doubt.ts";

/** How a person points at a task: by words of its title, or by its number in the list last shown. */
export interface TaskNamed {
  readonly words: string;
  readonly number?: number | undefined;
  /** "It", "this one": the task that was spoken of last. */
  readonly pointing?: true | undefined;
}

/** What a sentence asks for: an action by its name, or no more than an answer. */
export type Intent =
  | {
      readonly kind: "call";
      readonly name: string;
      readonly arguments: Readonly<Record<string, string | boolean>>;
    }
  /** An action that changes one task. */
  | {
      readonly kind: "change";
      readonly name: string;
      readonly task: TaskNamed;
      /** The words that say until when. */
      readonly until?: string;
    }
  | { readonly kind: "pick"; readonly number: number }
  | ({ readonly kind: "ask-when"; readonly title: string } & Doubt)
  | { readonly kind: "ask-what" }
  | { readonly kind: "too-long" }
  /** It names a task by more than a title can hold. */
  | { readonly kind: "no-such-name" }
  /** It is longer than what is read. */
  | { readonly kind: "too-much" }
  | { readonly kind: "one-at-a-time" }
  | { readonly kind: "help" }
  | { readonly kind: "unclear" };

/** What the grammar needs to know of an action. */
export interface Spoken {
  readonly name: string;
  /** Questions are heard before anything else. */
  readonly risk: "read" | "change" | "destroy";
  /** It changes one task, which its sentences name. */
  readonly onTask?: object | undefined;
  /**
   * Sentences that ask for it; what they have in brackets names the task, or the
   * group `task` does (“it”, if it is left out), and `until` says until when. The first that fits counts.
   */
  readonly sentences?: readonly RegExp[] | undefined;
  /** Reads sentences that no pattern can. */
  readonly hear?: ((line: string, context: Context) => Intent | undefined) | undefined;
}
