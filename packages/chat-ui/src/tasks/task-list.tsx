import { useVirtualizer } from "@tanstack/react-virtual";
import type { Task } from "@todo-mesh/contracts";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useMemo,
  useRef,
  useState,
} from "react";
import { useDragging } from "./dragging.ts";
import { Heading } from "./list-heading.tsx";
import { itemsOf, keyOf } from "./list-items.ts";
import { doKey } from "./list-keys.ts";
import { ListRow } from "./list-row.tsx";
import type { Selecting } from "./selection.ts";
import type { SeveralActions } from "./several.ts";
import type { RowActions } from "./row-actions.ts";
import { useRenaming } from "./use-renaming.ts";
import type { Group } from "./views.ts";

interface ListProps {
  readonly label: string;
  readonly groups: readonly Group[];
  readonly now: Date;
  readonly actions: Omit<RowActions, "beginRename" | "select">;
  readonly several: SeveralActions;
  readonly selection: Selecting;
}

const HEADING_PX = 44;
const ROW_PX = 44;

/** A list of any length, of which only what is seen is there; the keyboard goes through it by itself. */
export function TaskList({ label, groups, now, selection, ...props }: ListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => itemsOf(groups), [groups]);
  const tasks = useMemo(() => items.flatMap((one) => ("task" in one ? [one.task] : [])), [items]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at] && "heading" in items[at] ? HEADING_PX : ROW_PX),
    getItemKey: (at) => keyOf(items[at]),
    overscan: 12,
  });
  const showPlace = (place: number): void =>
    virtual.scrollToIndex(items.findIndex((item) => "task" in item && item.place === place));
  const { at, setActive, goTo, rowAt } = useActive(scroller, tasks.length, showPlace);
  const { renamed, beginRename, endRename } = useRenaming(props.actions.rename, () =>
    rowAt(at)?.focus(),
  );
  const { toggle } = selection;
  const actions = useMemo<RowActions>(
    () => ({ ...props.actions, beginRename, select: ({ id }) => toggle(id) }),
    [props.actions, beginRename, toggle],
  );
  const dragging = useDragging(
    (task) => (selection.ids.has(task.id) ? selection.chosen : [task]),
    ([first, ...more], day) => {
      if (first && more.length > 0) void props.several.move([first, ...more], day);
      else if (first) void actions.move(first, day);
    },
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const task = tasks[at];
    if (event.target instanceof HTMLButtonElement || !task) return;
    const openMenu = (): void => rowAt(at)?.querySelector<HTMLElement>(".row-menu")?.click();
    const taskAt = (place: number): Task | undefined => tasks[place];
    const here = { task, at, last: tasks.length - 1, taskAt, goTo, openMenu };
    doKey(event, { ...here, actions, several: props.several, selection });
  };
  return (
    <div className="task-scroller" ref={scroller}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={items.length}
        aria-multiselectable="true"
        className="task-grid"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={(event) => choose(event, tasks, selection)}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          const row = { index, start, measure: virtual.measureElement, now, dragging };
          return "task" in item ? (
            <ListRow
              key={key}
              {...{ ...row, ...item, actions, selection }}
              isActive={item.place === at}
              activate={setActive}
              endRename={renamed === item.task.id ? endRename : undefined}
            />
          ) : (
            <Heading key={key} {...row} group={item.heading} />
          );
        })}
      </div>
    </div>
  );
}

/** Which row the keyboard is at: of all rows one is reached by Tab. */
function useActive(
  scroller: { readonly current: HTMLElement | null },
  count: number,
  show: (place: number) => void,
) {
  const [active, setActive] = useState(0);
  const rowAt = (place: number): HTMLElement | null | undefined =>
    scroller.current?.querySelector<HTMLElement>(`[data-place="${place}"]`);
  const goTo = (place: number): void => {
    const next = Math.max(0, Math.min(count - 1, place));
    setActive(next);
    show(next);
    // A row far away is there only after the list has scrolled to it.
    requestAnimationFrame(() => requestAnimationFrame(() => rowAt(next)?.focus()));
  };
  return { at: Math.min(active, count - 1), setActive, rowAt, goTo };
}

/** A press with a modifier chooses, and so does each press while one chooses. */
function choose(event: MouseEvent, tasks: readonly Task[], selection: Selecting): void {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  const isMeant = selection.isOn || [ctrlKey, metaKey, shiftKey].includes(true);
  if (!isMeant || !(target instanceof Element) || target.closest("button, label, input")) return;
  const task = tasks[Number(target.closest<HTMLElement>("[data-place]")?.dataset["place"])];
  if (!task) return;
  if (shiftKey) selection.extendTo(task.id);
  else selection.toggle(task.id);
}
