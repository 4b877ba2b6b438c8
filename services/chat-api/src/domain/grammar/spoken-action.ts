import type { Context } from "@todo-mesh/when";
import type { Intent } from "../intents/intent.ts";
import type { InEach } from "../languages/each.ts";
import type { Sentences } from "../languages/sentences.ts";

/** What the grammar needs to know of an action. */
export interface SpokenAction {
  readonly name: string;
  /** Questions are heard before anything else. */
  readonly risk: "read" | "change" | "destroy";
  /** It changes one task, which its sentences name. */
  readonly onTask?: object | undefined;
  /** It tells of one task, which its sentences name. */
  readonly namesTask?: true | undefined;
  /** How each language asks for it. */
  readonly words?: InEach<{ readonly sentences?: readonly RegExp[] | undefined }> | undefined;
  /** Reads sentences of a language that no pattern can. */
  readonly hear?: Hear | undefined;
}

/** Reads a sentence as a language says it; undefined for any that does not ask for this. */
type Hear = (line: string, context: Context, sentences: Sentences) => Intent | undefined;
