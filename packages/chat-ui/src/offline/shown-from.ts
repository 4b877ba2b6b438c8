import { useSyncExternalStore } from "react";

let from: Date | undefined;
const listeners = new Set<() => void>();

/** What is shown is from then; undefined: it is as it is on the mesh. */
export function showFrom(moment: Date | undefined): void {
  from = moment;
  for (const heard of listeners) heard();
}

const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

export const useShownFrom = (): Date | undefined => useSyncExternalStore(subscribe, () => from);
