import { actions } from "./en/actions.ts";
import { approval } from "./en/approval.ts";
import { explanation } from "./en/explanation.ts";
import { imports } from "./en/imports.ts";
import { replies } from "./en/replies.ts";
import { sentences } from "./en/sentences.ts";
import type { ChatLanguage } from "./language.ts";

export const english: ChatLanguage = {
  sentences,
  replies,
  explanation,
  imports,
  actions,
  approval,
};
