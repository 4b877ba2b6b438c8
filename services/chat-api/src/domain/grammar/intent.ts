import type { Doubt } from "./doubt.ts";

/** How a person points at a task: by words of its title, or by its number in the list last shown. */
export interface TaskNamed {
  readonly words: string;
  readonly number?: number | undefined;
  /** "It", "this one": the task that was spoken of last. */
  readonly pointing?: true | undefined;
}

/** What a sentence asks for. `when` is the time phrase as it was said; `remind`: a reminder was asked for, "to" do or "about". */
export type Intent =
  | {
      readonly kind: "add";
      readonly title: string;
      readonly when?: string | undefined;
      readonly remind?: "to" | "about" | undefined;
    }
  | ({ readonly kind: "ask-when"; readonly title: string } & Doubt)
  | { readonly kind: "ask-what" }
  | { readonly kind: "too-long" }
  /** It names a task by more than a title can hold. */
  | { readonly kind: "no-such-name" }
  /** It is longer than what is read. */
  | { readonly kind: "too-much" }
  | { readonly kind: "list"; readonly which: Which }
  | {
      readonly kind: "complete" | "delete" | "reopen" | "restore" | "skip" | "end-series";
      readonly task: TaskNamed;
    }
  | { readonly kind: "pick"; readonly number: number }
  | { readonly kind: "one-at-a-time" }
  | { readonly kind: "undo" }
  | { readonly kind: "help" }
  | { readonly kind: "unclear" };

/** Which tasks a list shows. */
export type Which = "open" | "done" | "overdue" | "today" | "tomorrow";
