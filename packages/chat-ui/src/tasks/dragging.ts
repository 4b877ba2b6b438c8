import type { Task } from "@todo-mesh/contracts";
import { type DragEvent, useRef, useState } from "react";
import type { Day } from "./moving.ts";

/** Where tasks may be dropped: on a day, or on what has no date. */
const isDropTarget = (group: string): boolean =>
  group === "none" || /^\d{4}-\d{2}-\d{2}$/.test(group);

/** What rows and headings are given to be dragged and dropped on. */
export interface Dragging {
  /** The group above which the tasks are held. */
  readonly over: string | undefined;
  readonly ofRow: (task: Task) => {
    readonly draggable: true;
    readonly onDragStart: (event: DragEvent) => void;
    readonly onDragEnd: () => void;
  };
  readonly ofGroup: (group: string) => {
    readonly onDragOver?: (event: DragEvent) => void;
    readonly onDrop?: (event: DragEvent) => void;
  };
}

/** Tasks are dragged to another day; `movedWith` says which go along with the one that is held. */
export function useDragging(
  movedWith: (task: Task) => readonly Task[],
  move: (tasks: readonly Task[], day: Day) => void,
): Dragging {
  const held = useRef<readonly Task[]>([]);
  const [over, setOver] = useState<string>();
  const end = (): void => {
    held.current = [];
    setOver(undefined);
  };
  return {
    over,
    ofRow: (task) => ({
      draggable: true,
      onDragStart: ({ dataTransfer }) => {
        held.current = movedWith(task);
        dataTransfer.effectAllowed = "move";
        dataTransfer.setData("text/plain", held.current.map(({ title }) => title).join("\n"));
      },
      onDragEnd: end,
    }),
    ofGroup: (group) =>
      isDropTarget(group)
        ? {
            onDragOver: (event) => {
              if (held.current.length === 0) return;
              event.preventDefault();
              setOver(group);
            },
            onDrop: (event) => {
              event.preventDefault();
              move(held.current, group === "none" ? undefined : group);
              end();
            },
          }
        : {},
  };
}
