import type { Context, Tongue } from "@todo-mesh/when";
import type { InEach } from "../languages/each.ts";
import type { Sentences } from "./sentences.ts";

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

/** What the grammar needs to know of an action. */
export interface Spoken {
  readonly name: string;
  /** Questions are heard before anything else. */
  readonly risk: "read" | "change" | "destroy";
  /** It changes one task, which its sentences name. */
  readonly onTask?: object | undefined;
  /** How each language asks for it. */
  readonly words?: InEach<{ readonly sentences?: readonly RegExp[] | undefined }> | undefined;
  /** Reads sentences of a language that no pattern can. */
  readonly hear?: Hear | undefined;
}

/** Reads a sentence as a language says it; undefined for any that does not ask for this. */
type Hear = (line: string, context: Context, sentences: Sentences) => Intent | undefined;
