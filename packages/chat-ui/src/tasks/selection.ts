import type { Task } from "@todo-mesh/contracts";
import { useCallback, useMemo, useState } from "react";

/** Which tasks of a list are chosen, to do something with all of them. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Whether a press on a row chooses it. */
  readonly isOn: boolean;
  readonly toggle: (id: string) => void;
  /** Chooses all between the one that was chosen last and this one. */
  readonly extendTo: (id: string) => void;
  readonly all: () => void;
  readonly begin: () => void;
  readonly end: () => void;
}

export interface Selecting extends Selection {
  /** Those that are chosen and still in the list. */
  readonly chosen: readonly Task[];
}

interface State {
  readonly of: string;
  readonly ids: ReadonlySet<string>;
  readonly isBegun: boolean;
  readonly last?: string | undefined;
}

const none = (of: string): State => ({ of, ids: new Set(), isBegun: false });

/** What is chosen of the tasks of a list; another list begins with nothing. */
export function useSelection(list: string, tasks: readonly Task[]): Selecting {
  const [kept, setState] = useState(() => none(list));
  const { ids, isBegun, last } = kept.of === list ? kept : none(list);
  const chosen = useMemo(() => tasks.filter(({ id }) => ids.has(id)), [tasks, ids]);
  const change = useCallback(
    (part: (known: State) => Partial<State>): void =>
      setState((known) => {
        const now = known.of === list ? known : none(list);
        return { ...now, ...part(now) };
      }),
    [list],
  );
  const toggle = useCallback(
    (id: string) => change((known) => ({ last: id, ids: toggled(known.ids, id) })),
    [change],
  );
  return {
    ids,
    chosen,
    isOn: isBegun || chosen.length > 0,
    toggle,
    extendTo: (id) =>
      change((known) => ({
        ids: new Set([...known.ids, ...between(tasks, last ?? id, id)]),
        last: id,
      })),
    all: () => change(() => ({ ids: new Set(tasks.map((task) => task.id)) })),
    begin: () => change(() => ({ isBegun: true })),
    end: () => change(() => none(list)),
  };
}

const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]);

/** The ids from one task to another, whichever comes first in the list. */
export function between(tasks: readonly Task[], from: string, to: string): string[] {
  const places = [from, to].map((id) => tasks.findIndex((task) => task.id === id));
  const [first = 0, last = 0] = places.toSorted((a, b) => a - b);
  return first < 0 ? [to] : tasks.slice(first, last + 1).map(({ id }) => id);
}
