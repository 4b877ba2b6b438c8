import type { Answered } from "../../../outbound/model/a-model-server.ts";
import { words } from "../a-model.ts";

/** What is on the list, what is said, what the model makes of it, and what comes of that. */
export interface Dialogue {
  readonly name: string;
  readonly list?: readonly string[];
  readonly said: string;
  readonly model: readonly Answered[];
  readonly open?: readonly string[];
  readonly done?: readonly string[];
  readonly says?: string;
  readonly not?: string;
  /** How often the model is asked. */
  readonly asked?: number;
}

export const NOTHING = "Nothing on your list was changed.";
export const BY_RULES = "I went by my own simple rules";
export const add = (title: string, more: object = {}) => ["add_task", { title, ...more }] as const;
export const of = (name: string, task: string) => [name, { task }] as const;
export const list = (which = "open") => ["list_tasks", { which }] as const;
export const HELP = words("How can I help?");
