import type { Task } from "@todo-mesh/contracts";
import type { ReactNode } from "react";
import type { Dragging } from "./dragging.ts";
import type { Selection } from "./selection.ts";
import type { RowActions } from "./row-actions.ts";
import { TaskRow } from "./task-row.tsx";

interface ListRowProps {
  readonly measure: (row: HTMLDivElement | null) => void;
  readonly index: number;
  readonly start: number;
  readonly task: Task;
  readonly under: string;
  readonly place: number;
  readonly now: Date;
  readonly actions: RowActions;
  readonly selection: Selection;
  readonly dragging: Dragging;
  readonly isActive: boolean;
  readonly activate: (place: number) => void;
  readonly endRename: ((task: Task, title: string | undefined) => void) | undefined;
}

/** The line of a task, which can be chosen and dragged. */
export function ListRow(props: ListRowProps): ReactNode {
  const { measure, index, start, task, under, place, now, actions, selection, dragging } = props;
  const { isActive, activate, endRename } = props;
  const isChosen = selection.ids.has(task.id);
  const canMove = task.status === "open" && task.deleted_at === undefined && !endRename;
  return (
    <div
      ref={measure}
      role="row"
      className="task-row"
      data-index={index}
      data-place={place}
      data-status={task.status}
      data-over={dragging.over === under}
      aria-rowindex={index + 1}
      aria-selected={isChosen}
      tabIndex={isActive ? 0 : -1}
      style={{ transform: `translateY(${start}px)` }}
      onFocus={() => activate(place)}
      {...(canMove && dragging.ofRow(task))}
      {...dragging.ofGroup(under)}
    >
      <TaskRow
        {...{ task, under, now, actions, isChosen, endRename }}
        isChoosing={selection.isOn}
      />
    </div>
  );
}
