import { type ReactNode, useEffect, useRef, useState } from "react";
import { isComposing } from "../shell/composing.ts";
import { words } from "../words/words.ts";

interface TitleFieldProps {
  readonly title: string;
  /** The new title; undefined: it stays as it was. */
  readonly end: (title: string | undefined) => void;
}

/** A title that is changed where it stands. Enter and leaving keep it, Escape does not. */
export function TitleField({ title, end }: TitleFieldProps): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  // It was asked for by a key or a press on these very words.
  useEffect(() => field.current?.select(), []);
  const [typed, setTyped] = useState(title);
  // It is left as well when it goes because it has ended.
  const hasEnded = useRef(false);
  const endOnce = (now: string | undefined): void => {
    if (hasEnded.current) return;
    hasEnded.current = true;
    end(now);
  };
  const keep = (): void => {
    const now = typed.trim();
    endOnce(now === "" || now === title ? undefined : now);
  };
  return (
    <input
      ref={field}
      className="title-field"
      aria-label={words.edit.title}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        // Its keys are none of the list's.
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        if (event.key === "Enter") keep();
        if (event.key === "Escape") endOnce(undefined);
      }}
    />
  );
}
