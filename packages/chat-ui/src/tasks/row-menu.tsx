import type { Task } from "@todo-mesh/contracts";
import { CheckCheck, Ellipsis, Pencil, SkipForward, TextCursorInput, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { MenuButton, type MenuItem } from "../shell/menu.tsx";
import { words } from "../words/words.ts";
import { dayItems } from "./day-items.ts";
import type { RowActions } from "./row-actions.ts";

interface RowMenuProps {
  readonly task: Task;
  readonly actions: RowActions;
}

/** All that can be done with one task. */
export function RowMenu({ task, actions }: RowMenuProps): ReactNode {
  const { list, edit, series } = words;
  const items: readonly MenuItem[] = [
    { label: list.editAll, Icon: Pencil, act: () => actions.edit(task) },
    { label: list.rename, Icon: TextCursorInput, act: () => actions.beginRename(task) },
    ...dayItems((day) => void actions.move(task, day)),
    ...(task.repeat
      ? [{ label: series.skip, Icon: SkipForward, act: () => void actions.skip(task) }]
      : []),
    { label: list.select, Icon: CheckCheck, act: () => actions.select(task) },
    {
      label: edit.delete,
      Icon: Trash2,
      isDangerous: true,
      act: () => void actions.remove(task),
    },
  ];
  return (
    <MenuButton
      label={list.more(task.title)}
      items={items}
      className="icon-button row-menu"
      isInList
    >
      <Ellipsis size={16} aria-hidden="true" />
    </MenuButton>
  );
}
