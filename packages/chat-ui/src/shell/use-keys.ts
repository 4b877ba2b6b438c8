import { useEffect } from "react";
import { undoShown } from "./toasts.ts";

const isForOthers = ({ target, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean =>
  [ctrlKey, metaKey, altKey, repeat].includes(true) ||
  (target instanceof Element && target.closest("input, textarea, select, dialog") !== null);

const FOCUS: Readonly<Record<string, string>> = { n: "quick-add", "/": "search", c: "say" };

/** Single keys that hold everywhere but where one writes, and never with a modifier. */
export function useKeys(showKeys: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (isForOthers(event)) return;
      const field = document.getElementById(FOCUS[event.key] ?? "");
      if (field) {
        event.preventDefault();
        field.focus();
      } else if (event.key === "?") showKeys();
      else if (event.key === "u") undoShown();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [showKeys]);
}
