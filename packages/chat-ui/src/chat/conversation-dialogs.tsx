import type { ConversationHead } from "@todo-mesh/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { call } from "../api/call.ts";
import { reasonOf } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { words } from "../words/words.ts";
import type { Chat } from "./use-chat.ts";

interface OfOne {
  readonly head: ConversationHead;
  readonly onClose: () => void;
}

/** Another title for a conversation. */
export function RenameDialog({ head, onClose }: OfOne): ReactNode {
  const [title, setTitle] = useState(head.title);
  const { fault, attempt } = useAttempt(onClose);
  const path = `/conversations/${head.id}`;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { title: title.trim() };
    void attempt(call(path, { method: "PATCH", body, key: crypto.randomUUID() }));
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
        <Foot fault={fault} onClose={onClose} tone="main" act={words.edit.save} />
      </form>
    </Dialog>
  );
}

interface DeleteProps extends OfOne {
  readonly chat: Pick<Chat, "open" | "conversationId">;
}

/** A conversation goes for good, so it is asked once. What it did stays. */
export function DeleteDialog({ head, chat, onClose }: DeleteProps): ReactNode {
  const { fault, attempt } = useAttempt(() => {
    if (chat.conversationId === head.id) chat.open(undefined);
    onClose();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const path = `/conversations/${head.id}`;
    void attempt(call(path, { method: "DELETE", key: crypto.randomUUID() }));
  };
  return (
    <Dialog heading={words.chat.deleteHeading} closeLabel={words.edit.cancel} onClose={onClose}>
      <form className="edit" onSubmit={submit}>
        <p>
          <bdi>{head.title || words.chat.untitled}</bdi>
        </p>
        <p className="quiet">{words.chat.deleteWarning}</p>
        <Foot fault={fault} onClose={onClose} tone="danger-main" act={words.chat.delete} />
      </form>
    </Dialog>
  );
}

interface FootProps {
  readonly fault: string;
  readonly onClose: () => void;
  readonly tone: string;
  readonly act: string;
}

const Foot = ({ fault, onClose, tone, act }: FootProps): ReactNode => (
  <>
    {fault && (
      <p className="fault" role="alert">
        {fault}
      </p>
    )}
    <footer className="edit-foot">
      <span className="grow" />
      <button type="button" className="button" onClick={onClose}>
        {words.edit.cancel}
      </button>
      <button type="submit" className="button" data-tone={tone}>
        {act}
      </button>
    </footer>
  </>
);

/** Does something to a conversation; what was refused is said, and nothing is closed. */
function useAttempt(done: () => void) {
  const client = useQueryClient();
  const [fault, setFault] = useState("");
  const attempt = async (asked: Promise<unknown>): Promise<void> => {
    try {
      await asked;
      void client.invalidateQueries({ queryKey: ["conversations"] });
      done();
    } catch (error) {
      setFault(words.said.failed(reasonOf(error)));
    }
  };
  return { fault, attempt };
}
