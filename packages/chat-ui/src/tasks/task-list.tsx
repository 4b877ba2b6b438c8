import type { Task } from "@todo-mesh/contracts";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useDragging } from "./dragging.ts";
import { Heading } from "./list-heading.tsx";
import { itemsOf, keyOf } from "./list-items.ts";
import { doKey } from "./list-keys.ts";
import { ListRow } from "./list-row.tsx";
import type { Selecting } from "./selection.ts";
import type { SeveralActions } from "./several.ts";
import type { RowActions } from "./task-row.tsx";
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
export function TaskList(props: ListProps): ReactNode {
  const { label, groups, now, several, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => itemsOf(groups), [groups]);
  const rows = useMemo(() => items.filter((item) => "task" in item), [items]);
  const [active, setActive] = useState(0);
  const [renamed, setRenamed] = useState<string>();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at] && "heading" in items[at] ? HEADING_PX : ROW_PX),
    getItemKey: (at) => keyOf(items[at]),
    overscan: 12,
  });
  const at = Math.min(active, rows.length - 1);
  const rowAt = (place: number): HTMLElement | null | undefined =>
    scroller.current?.querySelector<HTMLElement>(`[data-place="${place}"]`);
  const goTo = (place: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, place));
    setActive(next);
    virtual.scrollToIndex(items.findIndex((item) => "task" in item && item.place === next));
    // A row far away is there only after the list has scrolled to it.
    requestAnimationFrame(() => requestAnimationFrame(() => rowAt(next)?.focus()));
  };
  const { beginRename, endRename } = useRenaming(setRenamed, () => rowAt(at)?.focus(), props);
  const actions: RowActions = useMemo(
    () => ({ ...props.actions, beginRename, select: ({ id }) => selection.toggle(id) }),
    [props.actions, beginRename, selection.toggle],
  );
  const dragging = useDragging(
    (task) => (selection.ids.has(task.id) ? selection.chosen : [task]),
    (tasks, day) => {
      const [first] = tasks;
      if (tasks.length > 1) void several.move(tasks, day);
      else if (first) void actions.move(first, day);
    },
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const task = rows[at]?.task;
    if (event.target instanceof HTMLButtonElement || !task) return;
    const openMenu = (): void => rowAt(at)?.querySelector<HTMLElement>(".row-menu")?.click();
    const taskAt = (place: number): Task | undefined => rows[place]?.task;
    const doing = { task, at, last: rows.length - 1, taskAt, actions, several, selection };
    if (doKey(event, { ...doing, goTo, openMenu })) event.preventDefault();
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
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          const shared = {
            ref: virtual.measureElement,
            "data-index": index,
            "aria-rowindex": index + 1,
            style: { transform: `translateY(${start}px)` },
          };
          return "task" in item ? (
            <ListRow
              key={key}
              {...{ ...shared, ...item, now, actions, selection, dragging }}
              isActive={item.place === at}
              activate={setActive}
              endRename={renamed === item.task.id ? endRename : undefined}
            />
          ) : (
            <div
              key={key}
              {...shared}
              role="row"
              className="task-heading"
              data-over={dragging.over === item.heading.key}
              {...dragging.ofGroup(item.heading.key)}
            >
              <Heading group={item.heading} now={now} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function useRenaming(
  setRenamed: (id: string | undefined) => void,
  focusRow: () => void,
  { actions }: ListProps,
) {
  const beginRename = useCallback(({ id }: Task) => setRenamed(id), [setRenamed]);
  const endRename = (task: Task, title: string | undefined): void => {
    setRenamed(undefined);
    if (title !== undefined) void actions.rename(task, title);
    focusRow();
  };
  return { beginRename, endRename };
}
