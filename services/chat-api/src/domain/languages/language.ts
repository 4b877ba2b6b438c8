import type { ExplanationWords } from "../replies/explanation-words.ts";
import type { ApprovalWords } from "../replies/approval-words.ts";
import type { ImportWords } from "../replies/import-words.ts";
import type { Replies } from "../replies/replies.ts";
import type { Sentences } from "./sentences.ts";
import type { ActionTable } from "./action-words.ts";

/** All that the chat needs of a language: what it understands in it, and what it answers. */
export interface ChatLanguage {
  readonly sentences: Sentences;
  readonly replies: Replies;
  readonly explanation: ExplanationWords;
  /** What became of a file that was brought along. */
  readonly imports: ImportWords;
  /** How each action is asked for, and what is said when it was done. */
  readonly actions: ActionTable;
  readonly approval: ApprovalWords;
}
