import type { ToolCall } from "@todo-mesh/contracts";

/** How a round of a model ended. `calls` and `stop` are whole; of anything else no call is made. */
export type Verdict =
  | "stop"
  | "calls"
  | "length"
  | "filter"
  /** The connection ended in the middle. */
  | "cut"
  /** Nothing came for too long. */
  | "stall"
  | "error"
  /** We stopped it. */
  | "stopped";

/** A call as a model asks for it; `arguments` is undefined when it was no object. */
export interface ModelCall {
  readonly name: string;
  readonly arguments: ToolCall["arguments"] | undefined;
}

/** What a model came to in one round. */
export interface Round {
  readonly verdict: Verdict;
  readonly text: string;
  readonly calls: readonly ModelCall[];
  /** What it cost, as the server says; else worked out from the characters. */
  readonly tokens: number;
}

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export type ModelMessage =
  | { readonly role: "system" | "user"; readonly content: string }
  | { readonly role: "assistant"; readonly content: string; readonly calls?: readonly KeyedCall[] }
  | { readonly role: "tool"; readonly key: string; readonly content: string };

/** A call in what a model is reminded of, under the name that its outcome refers to. */
export interface KeyedCall extends ModelCall {
  readonly key: string;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
}

/** Hears words as they come; they begin the text of their round. */
export type Hear = (words: string) => void;

/** Asks a model for one round. It never throws: what goes wrong is the verdict. */
export type Model = (
  request: ModelRequest,
  how?: { readonly signal?: AbortSignal | undefined; readonly hear?: Hear | undefined },
) => Promise<Round>;
