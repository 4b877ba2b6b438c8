import { Check, Copy, Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { copy } from "../shell/copy.ts";
import { showToast } from "../shell/toasts.ts";
import { words } from "../words/words.ts";

const SHOWN_MS = 2_000;

/** Takes a text along. */
export function CopyButton({ text }: { readonly text: string }): ReactNode {
  const [isCopied, setIsCopied] = useState(false);
  const take = async (): Promise<void> => {
    if (!(await copy(text))) return showToast({ text: words.chat.notCopied, failed: true });
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), SHOWN_MS);
  };
  const Icon = isCopied ? Check : Copy;
  const label = isCopied ? words.chat.copied : words.chat.copy;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={() => void take()}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}

/** Puts what was said where one writes, to say it in another way. */
export const SayAnew = ({ write }: { readonly write: () => void }): ReactNode => (
  <button
    type="button"
    className="icon-button"
    aria-label={words.chat.sayAnew}
    title={words.chat.sayAnew}
    onClick={write}
  >
    <Pencil size={16} aria-hidden="true" />
  </button>
);
