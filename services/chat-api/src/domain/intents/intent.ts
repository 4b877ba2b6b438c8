import type { Tongue } from "@todo-mesh/when";

/** How a person points at a task: by words of its title, or by its number in the list last shown. */
export interface TaskNamed {
  readonly words: string;
  readonly number?: number | undefined;
  /** "It", "this one": the task that was spoken of last. */
  readonly pointing?: true | undefined;
}

/** Why a time cannot be kept as it was said. `day`: what was understood of it. */
export interface Doubt {
  readonly why: "no-clock" | "past" | "impossible" | "relative";
  readonly day?: string | undefined;
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
  /** It is in a language that is not known; in which, where that can be told. */
  | { readonly kind: "foreign"; readonly tongue: Tongue | undefined }
  | { readonly kind: "unclear" };
