import type { ConversationPage } from "@todo-mesh/contracts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { readLive } from "../api/heard.ts";
import { reasonOf } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { sayMoment } from "../tasks/dates.ts";
import { words } from "../words/words.ts";
import type { Chat } from "./use-chat.ts";

/** The last conversations, the newest first. */
export const useConversations = (limit: number) =>
  useQuery({
    queryKey: ["conversations", limit],
    queryFn: ({ signal }) =>
      readLive<ConversationPage>(`/conversations?limit=${limit}`, { signal }),
  });

interface DialogProps {
  readonly chat: Pick<Chat, "open" | "conversationId">;
  readonly onClose: () => void;
}

export function ConversationsDialog({ chat, onClose }: DialogProps): ReactNode {
  const { data, error } = useConversations(50);
  return (
    <Dialog heading={words.nav.conversations} closeLabel={words.chat.close} onClose={onClose}>
      {error && (
        <p className="fault" role="alert">
          {reasonOf(error)}
        </p>
      )}
      {data?.items.length === 0 && <p className="quiet">{words.chat.none}</p>}
      <ul className="conversations">
        {data?.items.map(({ id, title, updated_at: at }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === chat.conversationId}
              onClick={() => {
                chat.open(id);
                onClose();
              }}
            >
              <bdi>{title || words.chat.untitled}</bdi>
              <small>{sayMoment(at)}</small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
