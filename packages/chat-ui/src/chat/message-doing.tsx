import { Check, Copy, type LucideIcon } from "lucide-react";
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
  return <Doing label={label} Icon={Icon} act={() => void take()} />;
}

interface DoingProps {
  readonly label: string;
  readonly Icon: LucideIcon;
  readonly act: () => void;
}

/** Something that can be done with what was said. */
export const Doing = ({ label, Icon, act }: DoingProps): ReactNode => (
  <button type="button" className="icon-button" aria-label={label} title={label} onClick={act}>
    <Icon size={16} aria-hidden="true" />
  </button>
);
