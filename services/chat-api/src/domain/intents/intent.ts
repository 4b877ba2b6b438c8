import type { Tongue } from "@todo-mesh/when";

/** How a person points at a task: by words of its title, or by its number in the list last shown. */
export interface TaskNamed {
  readonly words: string;
  readonly number?: number | undefined;
  /** "It", "this one": the task that was spoken of last. */
  readonly pointing?: true | undefined;
  /** "The other one": of two that were shown, the one that was not spoken of last. */
  readonly other?: true | undefined;
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
  /** “I bought milk”: a task that wishes for just that is done. */
  | {
      readonly kind: "did";
      /** The words that such a task may have. */
      readonly readings: readonly string[];
      /** What it was done to. */
      readonly thing: string;
    }
  | { readonly kind: "pick"; readonly number: number }
  /** “The other one”, with no word of what is to be done with it: instead, or as well. */
  | { readonly kind: "other"; readonly how: "instead" | "too" }
  /** A time and nothing else: what was asked for, if something was. */
  | {
      readonly kind: "time";
      readonly phrase: string;
      /** The list that it may mean, where nothing was asked: “today”. */
      readonly list?: "today" | "tomorrow" | undefined;
      /** Where it tells no day: “18:00”. */
      readonly clock?: string | undefined;
    }
  | ({ readonly kind: "ask-when"; readonly title: string; readonly remind: boolean } & Doubt)
  | { readonly kind: "ask-what" }
  | { readonly kind: "too-long" }
  /** It names a task by more than a title can hold. */
  | { readonly kind: "no-such-name" }
  /** It is longer than what is read. */
  | { readonly kind: "too-much" }
  /** A list that is restricted by what nothing is known of. */
  | { readonly kind: "narrower" }
  | { readonly kind: "thanks" }
  /** A yes or a no to nothing. */
  | { readonly kind: "nothing-asked" }
  /** More wishes than a turn takes. */
  | { readonly kind: "too-many" }
  | { readonly kind: "one-at-a-time" }
  | { readonly kind: "help" }
  /** It is in a language that is not known; in which, where that can be told. */
  | { readonly kind: "foreign"; readonly tongue: Tongue | undefined }
  | { readonly kind: "unclear" };
