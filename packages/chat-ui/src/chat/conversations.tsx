import type { ConversationHead } from "@todo-mesh/contracts";
import { Download, Ellipsis, Pencil, Search, Trash2 } from "lucide-react";
import { type ReactNode, useDeferredValue, useState } from "react";
import { reasonOf } from "../api/problem.ts";
import { saveAs } from "../api/save-as.ts";
import { Dialog } from "../shell/dialog.tsx";
import { MenuButton, type MenuItem } from "../shell/menu.tsx";
import { showToast } from "../shell/toasts.ts";
import { sayMoment } from "../tasks/dates.ts";
import { words } from "../words/words.ts";
import { DeleteDialog, RenameDialog } from "./conversation-dialogs.tsx";
import type { Chat } from "./use-chat.ts";
import { useConversations } from "./use-conversations.ts";

interface DialogProps {
  readonly chat: Pick<Chat, "open" | "conversationId">;
  readonly onClose: () => void;
}

/** The conversations of a person: to open, find, rename, take along, and be rid of. */
export default function ConversationsDialog({ chat, onClose }: DialogProps): ReactNode {
  const [query, setQuery] = useState("");
  const { data, error } = useConversations(50, useDeferredValue(query.trim()));
  const [renamed, setRenamed] = useState<ConversationHead>();
  const [deleted, setDeleted] = useState<ConversationHead>();
  const endRename = (): void => {
    setRenamed(undefined);
    // By its new title it would not be found.
    setQuery("");
  };
  if (renamed) return <RenameDialog head={renamed} onClose={endRename} />;
  if (deleted)
    return <DeleteDialog chat={chat} head={deleted} onClose={() => setDeleted(undefined)} />;
  return (
    <Dialog heading={words.nav.conversations} closeLabel={words.chat.close} onClose={onClose}>
      <label className="search conversations-search">
        <Search size={15} aria-hidden="true" />
        <span className="sr">{words.chat.search}</span>
        <input
          type="search"
          placeholder={words.chat.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      {error && (
        <p className="fault" role="alert">
          {reasonOf(error)}
        </p>
      )}
      {data?.items.length === 0 && (
        <p className="quiet">{query.trim() ? words.empty.search(query.trim()) : words.chat.none}</p>
      )}
      <ul className="conversations">
        {data?.items.map((head) => (
          <li key={head.id}>
            <button
              type="button"
              aria-current={head.id === chat.conversationId}
              onClick={() => {
                chat.open(head.id);
                onClose();
              }}
            >
              <bdi>{head.title || words.chat.untitled}</bdi>
              <small>{sayMoment(head.updated_at)}</small>
            </button>
            <More head={head} rename={setRenamed} remove={setDeleted} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface MoreProps {
  readonly head: ConversationHead;
  readonly rename: (head: ConversationHead) => void;
  readonly remove: (head: ConversationHead) => void;
}

function More({ head, rename, remove }: MoreProps): ReactNode {
  const { chat } = words;
  const download = (): void => {
    saveAs(`/conversations/${head.id}/export?format=markdown`, "conversation.md").catch(
      (error: unknown) => showToast({ text: words.said.failed(reasonOf(error)), failed: true }),
    );
  };
  const items: readonly MenuItem[] = [
    { label: chat.rename, Icon: Pencil, act: () => rename(head) },
    { label: chat.export, Icon: Download, act: download },
    { label: chat.delete, Icon: Trash2, isDangerous: true, act: () => remove(head) },
  ];
  return (
    <MenuButton label={words.list.more(head.title || chat.untitled)} items={items}>
      <Ellipsis size={16} aria-hidden="true" />
    </MenuButton>
  );
}
