import type { Task } from "@todo-mesh/contracts";
import type { KeyboardEvent } from "react";
import { tomorrow } from "./moving.ts";
import type { Selecting } from "./selection.ts";
import type { SeveralActions } from "./several.ts";
import type { RowActions } from "./task-row.tsx";

/** What a key of the list is about: the task that has the focus, and those that are chosen. */
export interface Doing {
  readonly task: Task;
  readonly at: number;
  readonly last: number;
  readonly taskAt: (place: number) => Task | undefined;
  readonly actions: RowActions;
  readonly several: SeveralActions;
  readonly selection: Selecting;
  readonly goTo: (place: number) => void;
  readonly openMenu: () => void;
}

const WALK: Readonly<Record<string, (doing: Doing) => unknown>> = {
  ArrowDown: ({ goTo, at }) => goTo(at + 1),
  j: ({ goTo, at }) => goTo(at + 1),
  ArrowUp: ({ goTo, at }) => goTo(at - 1),
  k: ({ goTo, at }) => goTo(at - 1),
  Home: ({ goTo }) => goTo(0),
  End: ({ goTo, last }) => goTo(last),
  x: ({ selection, task }) => selection.toggle(task.id),
  Escape: ({ selection }) => selection.end(),
};

const ONE: typeof WALK = {
  " ": ({ task, actions }) => actions.toggle(task),
  Enter: ({ task, actions }) => actions.edit(task),
  F2: ({ task, actions }) => actions.beginRename(task),
  t: ({ task, actions }) => actions.toTomorrow(task),
  Delete: ({ task, actions }) => actions.remove(task),
  ".": ({ openMenu }) => openMenu(),
};

const SEVERAL: typeof WALK = {
  " ": ({ selection, several }) => several.complete(selection.chosen),
  t: ({ selection, several }) => several.move(selection.chosen, tomorrow()),
  Delete: ({ selection, several }) => several.remove(selection.chosen),
};

/** Does what a key says, if it says something here; answers whether it did. */
export function doKey(event: KeyboardEvent, doing: Doing): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey, repeat } = event;
  const { task, selection } = doing;
  if (key === "a" && (ctrlKey || metaKey)) return does(() => selection.all());
  // A key that is held down repeats: one task is meant, not all that come into its place.
  const isWalk = /^(Arrow|Home|End|[jk]$)/.test(key);
  if (ctrlKey || metaKey || altKey || (repeat && !isWalk)) return false;
  if (shiftKey && isStep(key)) return does(() => extend(doing, key === "ArrowDown" ? 1 : -1));
  const act = WALK[key] ?? (task.deleted_at ? undefined : actOf(key, doing));
  if (!act) return false;
  return does(() => act(doing));
}

const isStep = (key: string): boolean => key === "ArrowDown" || key === "ArrowUp";

function extend({ task, taskAt, at, goTo, selection }: Doing, step: number): void {
  const next = taskAt(at + step);
  if (!selection.ids.has(task.id)) selection.toggle(task.id);
  if (!next) return;
  selection.extendTo(next.id);
  goTo(at + step);
}

// With some chosen a key is about those, and ends the choosing.
function actOf(key: string, { task, selection }: Doing): ((doing: Doing) => unknown) | undefined {
  const isOfSeveral = selection.chosen.length > 0 && task.status === "open";
  const several = isOfSeveral ? SEVERAL[key] : undefined;
  if (!several) return ONE[key];
  return (doing) => {
    several(doing);
    selection.end();
  };
}

function does(act: () => unknown): true {
  act();
  return true;
}
