import { useSyncExternalStore } from "react";

/** A sentence about what was just done, with the way back if there is one. */
export interface Toast {
  readonly text: string;
  readonly undo?: () => void;
  readonly failed?: boolean;
}

const SHOWN_MS = 8_000;

let shown: Toast | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function showToast(toast: Toast | undefined): void {
  shown = toast;
  clearTimeout(timer);
  if (toast) timer = setTimeout(() => showToast(undefined), SHOWN_MS);
  for (const heard of listeners) heard();
}

/** Takes back what the toast names, while it is there. */
export function undoShown(): void {
  const undo = shown?.undo;
  showToast(undefined);
  undo?.();
}

const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

export const useToast = (): Toast | undefined =>
  useSyncExternalStore(
    subscribe,
    () => shown,
    () => undefined,
  );
