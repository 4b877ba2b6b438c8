import { actions } from "./de/actions.ts";
import { approval } from "./de/approval.ts";
import { explanation } from "./de/explanation.ts";
import { imports } from "./de/imports.ts";
import { replies } from "./de/replies.ts";
import { sentences } from "./de/sentences.ts";
import type { ChatLanguage } from "./language.ts";

export const german: ChatLanguage = {
  sentences,
  replies,
  explanation,
  imports,
  actions,
  approval,
};
