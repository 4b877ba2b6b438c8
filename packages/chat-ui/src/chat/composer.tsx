import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useCallback, useState } from "react";
import { isComposing } from "../shell/composing.ts";
import { words } from "../words/words.ts";
import { keepDraft, keptDraft } from "./kept.ts";

/** What is being written, also after a reload. */
export function useDraft(): [string, (text: string) => void] {
  const [draft, setDraft] = useState(keptDraft);
  const type = useCallback((text: string): void => {
    setDraft(text);
    keepDraft(text);
  }, []);
  return [draft, type];
}

interface ComposerProps {
  readonly draft: string;
  readonly type: (text: string) => void;
  readonly isAnswering: boolean;
  readonly stop: (() => void) | undefined;
  /** While what is written goes in the place of what was said last: leaves that after all. */
  readonly keepLast: (() => void) | undefined;
  readonly say: (message: string) => void;
}

/** Where one writes to the assistant. What is not sent yet is there after a reload. */
export function Composer(props: ComposerProps): ReactNode {
  const { draft, type, isAnswering, stop, keepLast, say } = props;
  const canSend = draft.trim() !== "" && !isAnswering;
  const send = (): void => {
    if (!canSend) return;
    say(draft.trim());
    type("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {keepLast && (
        <p className="composer-replaces">
          {words.chat.replaces}{" "}
          <button type="button" className="link" onClick={keepLast}>
            {words.chat.keepLast}
          </button>
        </p>
      )}
      <div className="composer-box">
        <textarea
          id="say"
          rows={1}
          maxLength={8_000}
          aria-label={words.chat.say}
          placeholder={words.chat.say}
          dir={draft ? "auto" : undefined}
          value={draft}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {stop ? (
          <button type="button" className="send stop" aria-label={words.chat.stop} onClick={stop}>
            <Square size={14} aria-hidden="true" />
          </button>
        ) : (
          <button type="submit" className="send" aria-label={words.chat.send} disabled={!canSend}>
            <ArrowUp size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      <p className="composer-hint">{words.chat.hint}</p>
    </form>
  );
}
