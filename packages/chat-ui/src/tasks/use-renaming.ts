import type { Task } from "@todo-mesh/contracts";
import { useCallback, useState } from "react";
import type { TaskActions } from "./task-actions.ts";

/** Which task has its title changed where it stands; the focus goes back to its row. */
export function useRenaming(rename: TaskActions["rename"], focusRow: () => void) {
  const [renamed, setRenamed] = useState<string>();
  const beginRename = useCallback(({ id }: Task) => setRenamed(id), []);
  const endRename = (task: Task, title: string | undefined): void => {
    setRenamed(undefined);
    if (title !== undefined) void rename(task, title);
    focusRow();
  };
  return { renamed, beginRename, endRename };
}
