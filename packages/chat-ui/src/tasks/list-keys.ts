import type { Task } from "@todo-mesh/contracts";
import type { KeyboardEvent } from "react";
import { tomorrow } from "./moving.ts";
import type { Selecting } from "./selection.ts";
import type { SeveralActions } from "./several.ts";
import type { RowActions } from "./row-actions.ts";

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

type Act = (doing: Doing) => unknown;
type Keys = Readonly<Record<string, Act>>;

const WALK: Keys = {
  ArrowDown: ({ goTo, at }) => goTo(at + 1),
  j: ({ goTo, at }) => goTo(at + 1),
  ArrowUp: ({ goTo, at }) => goTo(at - 1),
  k: ({ goTo, at }) => goTo(at - 1),
  Home: ({ goTo }) => goTo(0),
  End: ({ goTo, last }) => goTo(last),
  x: ({ selection, task }) => selection.toggle(task.id),
  Escape: ({ selection }) => selection.end(),
};

const ONE: Keys = {
  " ": ({ task, actions }) => actions.toggle(task),
  Enter: ({ task, actions }) => actions.edit(task),
  F2: ({ task, actions }) => actions.beginRename(task),
  t: ({ task, actions }) => actions.toTomorrow(task),
  Delete: ({ task, actions }) => actions.remove(task),
  ".": ({ openMenu }) => openMenu(),
};

const SEVERAL: Keys = {
  " ": ({ selection, several }) => several.complete(selection.chosen),
  t: ({ selection, several }) => several.move(selection.chosen, tomorrow()),
  Delete: ({ selection, several }) => several.remove(selection.chosen),
};

/** Does what a key says, if it says something here; answers whether it did. */
export function doKey(event: KeyboardEvent, doing: Doing): boolean {
  const act = isAll(event) ? selectAll : isForOthers(event) ? undefined : actOf(event, doing);
  if (!act) return false;
  event.preventDefault();
  act(doing);
  return true;
}

const isAll = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === "a" && (ctrlKey || metaKey);
const selectAll: Act = ({ selection }) => selection.all();

// A key that is held down repeats: one task is meant, not all that come into its place.
const isForOthers = ({ key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent): boolean =>
  [ctrlKey, metaKey, altKey].includes(true) || (repeat && !/^(Arrow|Home|End|[jk]$)/.test(key));

function actOf({ key, shiftKey }: KeyboardEvent, { task, selection }: Doing): Act | undefined {
  if (shiftKey && isStep(key)) return (doing) => extend(doing, key === "ArrowDown" ? 1 : -1);
  if (task.deleted_at) return WALK[key];
  const several = selection.chosen.length > 0 && task.status === "open" ? SEVERAL[key] : undefined;
  return WALK[key] ?? (several ? endingWith(several) : ONE[key]);
}

// With some chosen a key is about those, and ends the choosing.
const endingWith =
  (act: Act): Act =>
  (doing) => {
    act(doing);
    doing.selection.end();
  };

const isStep = (key: string): boolean => key === "ArrowDown" || key === "ArrowUp";

function extend({ task, taskAt, at, goTo, selection }: Doing, step: number): void {
  const next = taskAt(at + step);
  if (!selection.ids.has(task.id)) selection.toggle(task.id);
  if (!next) return;
  selection.extendTo(next.id);
  goTo(at + step);
}
