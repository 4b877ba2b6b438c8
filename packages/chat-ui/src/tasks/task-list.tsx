import type { Task } from "@todo-mesh/contracts";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { words } from "../words/words.ts";
import { dayOf, sayDay, sayLongDay } from "./dates.ts";
import { type RowActions, TaskRow } from "./task-row.tsx";
import type { Group } from "./views.ts";

interface ListProps {
  readonly label: string;
  readonly groups: readonly Group[];
  readonly now: Date;
  readonly actions: RowActions;
}

type Item =
  | { readonly heading: Group }
  | { readonly task: Task; readonly under: string; readonly place: number };

const HEADING_PX = 44;
const ROW_PX = 44;

/** A list of any length, of which only what is seen is there; the keyboard goes through it by itself. */
export function TaskList({ label, groups, now, actions }: ListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => itemsOf(groups), [groups]);
  const rows = useMemo(() => items.filter((item) => "task" in item), [items]);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at] && "heading" in items[at] ? HEADING_PX : ROW_PX),
    getItemKey: (at) => keyOf(items[at]),
    overscan: 12,
  });
  const goTo = (place: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, place));
    setActive(next);
    virtual.scrollToIndex(items.findIndex((item) => "task" in item && item.place === next));
    const focus = (): void =>
      scroller.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus();
    // A row far away is there only after the list has scrolled to it.
    requestAnimationFrame(() => requestAnimationFrame(focus));
  };
  const at = Math.min(active, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLButtonElement || isWithModifier(event)) return;
    const task = rows[at]?.task;
    if (!task || !act(event.key, { task, at, last: rows.length - 1, goTo, actions })) return;
    event.preventDefault();
  };
  return (
    <div className="task-scroller" ref={scroller}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={items.length}
        className="task-grid"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          const place = "task" in item ? item.place : undefined;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              role="row"
              className={place === undefined ? "task-heading" : "task-row"}
              data-index={index}
              data-place={place}
              data-status={"task" in item ? item.task.status : undefined}
              aria-rowindex={index + 1}
              tabIndex={place === undefined ? undefined : place === at ? 0 : -1}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => place !== undefined && setActive(place)}
            >
              {"task" in item ? (
                <TaskRow task={item.task} under={item.under} now={now} actions={actions} />
              ) : (
                <Heading group={item.heading} now={now} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface Doing {
  readonly task: Task;
  readonly at: number;
  readonly last: number;
  readonly actions: RowActions;
  readonly goTo: (place: number) => void;
}

const KEYS: Readonly<Record<string, (doing: Doing) => unknown>> = {
  ArrowDown: ({ goTo, at }) => goTo(at + 1),
  j: ({ goTo, at }) => goTo(at + 1),
  ArrowUp: ({ goTo, at }) => goTo(at - 1),
  k: ({ goTo, at }) => goTo(at - 1),
  Home: ({ goTo }) => goTo(0),
  End: ({ goTo, last }) => goTo(last),
  " ": ({ task, actions }) => !task.deleted_at && actions.toggle(task),
  Enter: ({ task, actions }) => !task.deleted_at && actions.edit(task),
  t: ({ task, actions }) => !task.deleted_at && actions.toTomorrow(task),
  Delete: ({ task, actions }) => !task.deleted_at && actions.remove(task),
};

/** Does what the key says, if it says something here. */
function act(key: string, doing: Doing): boolean {
  const does = KEYS[key];
  does?.(doing);
  return does !== undefined;
}

// A key that is held down repeats: one task is meant, not all that come into its place.
const isWithModifier = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || (event.repeat && !/^[jkAEH]/.test(event.key));

function itemsOf(groups: readonly Group[]): Item[] {
  let place = -1;
  return groups.flatMap((heading) => [
    ...(heading.key === "rest" ? [] : [{ heading }]),
    ...heading.tasks.map((task) => ({ task, under: heading.key, place: (place += 1) })),
  ]);
}

const keyOf = (item: Item | undefined): string =>
  item === undefined ? "" : "task" in item ? item.task.id : item.heading.key;

function Heading({ group, now }: { readonly group: Group; readonly now: Date }): ReactNode {
  const { name, date } = headingOf(group.key, dayOf(now));
  return (
    <div role="rowheader" className="task-heading-text" data-key={group.key}>
      <span data-today={group.key === dayOf(now)}>{name}</span>
      {date && <span className="task-heading-date">{date}</span>}
      <span className="task-heading-count">{group.tasks.length}</span>
    </div>
  );
}

/** What stands over a group. */
function headingOf(key: string, today: string): { name: string; date?: string } {
  const { overdue, later, noDate } = words.list;
  const names: Readonly<Record<string, string>> = { overdue, later, none: noDate };
  const name = names[key];
  if (name !== undefined) return { name };
  const said = sayDay(key, today);
  return said === words.list.today || said === words.list.tomorrow
    ? { name: said, date: sayLongDay(key) }
    : { name: sayLongDay(key) };
}
