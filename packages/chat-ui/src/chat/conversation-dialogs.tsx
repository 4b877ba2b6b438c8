import type { ConversationHead } from "@todo-mesh/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { type Call, call } from "../api/call.ts";
import { Dialog } from "../shell/dialog.tsx";
import { DialogFoot } from "../shell/dialog-foot.tsx";
import { useAttempt } from "../shell/use-attempt.ts";
import { words } from "../words/words.ts";
import type { Chat } from "./use-chat.ts";

interface OfOne {
  readonly head: ConversationHead;
  readonly onClose: () => void;
}

/** Another title for a conversation. */
export function RenameDialog({ head, onClose }: OfOne): ReactNode {
  const [title, setTitle] = useState(head.title);
  const { fault, change } = useChange(onClose);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void change(`/conversations/${head.id}`, { method: "PATCH", body: { title: title.trim() } });
  };
  return (
    <Dialog heading={words.chat.rename} closeLabel={words.edit.cancel} onClose={onClose}>
      <form className="edit" onSubmit={submit}>
        <label className="field">
          <span>{words.edit.title}</span>
          <input
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <DialogFoot fault={fault} onClose={onClose} act={words.edit.save} />
      </form>
    </Dialog>
  );
}

interface DeleteProps extends OfOne {
  readonly chat: Pick<Chat, "open" | "conversationId">;
}

/** A conversation goes for good, so it is asked once. What it did stays. */
export function DeleteDialog({ head, chat, onClose }: DeleteProps): ReactNode {
  const { fault, change } = useChange(() => {
    if (chat.conversationId === head.id) chat.open(undefined);
    onClose();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void change(`/conversations/${head.id}`, { method: "DELETE" });
  };
  return (
    <Dialog heading={words.chat.deleteHeading} closeLabel={words.edit.cancel} onClose={onClose}>
      <form className="edit" onSubmit={submit}>
        <p>
          <bdi>{head.title || words.chat.untitled}</bdi>
        </p>
        <p className="quiet">{words.chat.deleteWarning}</p>
        <DialogFoot fault={fault} onClose={onClose} tone="danger-main" act={words.chat.delete} />
      </form>
    </Dialog>
  );
}

/** Does something to a conversation, of which the list tells then. */
function useChange(done: () => void) {
  const client = useQueryClient();
  const { fault, attempt } = useAttempt();
  const change = (path: string, asked: Call): Promise<void> =>
    attempt(async () => {
      await call(path, { ...asked, key: crypto.randomUUID() });
      void client.invalidateQueries({ queryKey: ["conversations"] });
      done();
    });
  return { fault, change };
}
