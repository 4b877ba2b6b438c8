import type { Task } from "@todo-mesh/contracts";
import type { CSSProperties, MouseEvent, ReactNode, Ref } from "react";
import type { Dragging } from "./dragging.ts";
import type { Selection } from "./selection.ts";
import { type RowActions, TaskRow } from "./task-row.tsx";

interface ListRowProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly "data-index": number;
  readonly "aria-rowindex": number;
  readonly style: CSSProperties;
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

/** The line of a task: the list's keys, its choosing and its dragging begin here. */
export function ListRow(props: ListRowProps): ReactNode {
  const { task, under, place, now, actions, selection, dragging, isActive, activate } = props;
  const { endRename, ...row } = props;
  const isChosen = selection.ids.has(task.id);
  const canMove = task.status === "open" && task.deleted_at === undefined && !endRename;
  return (
    <div
      ref={row.ref}
      role="row"
      className="task-row"
      data-index={row["data-index"]}
      data-place={place}
      data-status={task.status}
      data-over={dragging.over === under}
      aria-rowindex={row["aria-rowindex"]}
      aria-selected={isChosen}
      tabIndex={isActive ? 0 : -1}
      style={row.style}
      onFocus={() => activate(place)}
      onClick={(event) => choose(event, task, selection)}
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

/** A press with a modifier chooses, and so does each press while one chooses. */
function choose(event: MouseEvent, { id }: Task, selection: Selection): void {
  const isMeant = selection.isOn || event.ctrlKey || event.metaKey || event.shiftKey;
  if (!isMeant || (event.target instanceof Element && event.target.closest("button"))) return;
  if (event.shiftKey) selection.extendTo(id);
  else selection.toggle(id);
}
