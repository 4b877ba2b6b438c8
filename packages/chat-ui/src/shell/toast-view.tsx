import { Undo2, X } from "lucide-react";
import type { ReactNode } from "react";
import { words } from "../words/words.ts";
import { showToast, undoShown, useToast } from "./toasts.ts";

/** What was just done, and the way back. */
export function ToastView(): ReactNode {
  const toast = useToast();
  return (
    <div className="toasts" role="status">
      {toast && (
        <div className="toast" data-failed={toast.failed === true}>
          <span className="toast-text" dir="auto">
            {toast.text}
          </span>
          {toast.undo && (
            <button type="button" className="toast-undo" onClick={undoShown}>
              <Undo2 size={15} aria-hidden="true" /> {words.said.undo}
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={words.said.dismiss}
            onClick={() => showToast(undefined)}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
