import type { Said } from "./turn.ts";

/** What a tab remembers of its chat over a reload: the draft, the conversation, and what was not answered yet. */
const KEYS = { draft: "draft", conversation: "conversation", said: "said" };

const keep = (key: string, value: string | undefined): void =>
  value === undefined || value === ""
    ? sessionStorage.removeItem(key)
    : sessionStorage.setItem(key, value);

export const keptDraft = (): string => sessionStorage.getItem(KEYS.draft) ?? "";
export const keepDraft = (draft: string): void => keep(KEYS.draft, draft);

export const keptConversation = (): string | undefined =>
  sessionStorage.getItem(KEYS.conversation) ?? undefined;
export const keepConversation = (id: string | undefined): void => keep(KEYS.conversation, id);

export function keptSaid(): Said | undefined {
  const kept = sessionStorage.getItem(KEYS.said);
  return kept === null ? undefined : (JSON.parse(kept) as Said);
}
export const keepSaid = (said: Said | undefined): void =>
  keep(KEYS.said, said && JSON.stringify(said));
