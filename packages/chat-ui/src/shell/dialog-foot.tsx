import type { ReactNode } from "react";
import { words } from "../words/words.ts";

interface FootProps {
  /** What the dialog is there for; its form does it. */
  readonly act: string;
  readonly tone?: "main" | "danger-main";
  readonly isDisabled?: boolean;
  /** Why it was refused, if it was. */
  readonly fault?: string;
  /** The way out that does nothing; without it there is none beside the heading's. */
  readonly onClose?: () => void;
  /** What else can be done. */
  readonly children?: ReactNode;
}

/** The foot of a dialog's form, in sight however long the dialog is: what was refused, the way out, and what the form does. */
export const DialogFoot = ({
  act,
  tone = "main",
  isDisabled = false,
  fault = "",
  onClose,
  children,
}: FootProps): ReactNode => (
  <footer className="dialog-foot">
    {fault && (
      <p className="fault" role="alert">
        {fault}
      </p>
    )}
    {children}
    <span className="grow" />
    {onClose && (
      <button type="button" className="button" onClick={onClose}>
        {words.edit.cancel}
      </button>
    )}
    <button type="submit" className="button" data-tone={tone} disabled={isDisabled}>
      {act}
    </button>
  </footer>
);
