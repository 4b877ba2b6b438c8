import type { Task } from "@todo-mesh/contracts";
import { AlarmClock, Clock3, Sunrise } from "lucide-react";
import type { ReactNode } from "react";
import { MenuButton, type MenuItem } from "../shell/menu.tsx";
import type { TaskActions } from "../tasks/task-actions.ts";
import { words } from "../words/words.ts";

interface SnoozeProps {
  readonly task: Task;
  readonly snooze: TaskActions["snooze"];
}

/** Lets a task ring later, once. */
export function Snooze({ task, snooze }: SnoozeProps): ReactNode {
  const { reminders: said } = words;
  const items: readonly MenuItem[] = [
    { label: said.tenMinutes, Icon: Clock3, act: () => void snooze(task, { minutes: 10 }) },
    { label: said.anHour, Icon: Clock3, act: () => void snooze(task, { minutes: 60 }) },
    { label: said.tomorrow, Icon: Sunrise, act: () => void snooze(task, "tomorrow") },
  ];
  return (
    <MenuButton label={said.snooze(task.title)} items={items}>
      <AlarmClock size={18} aria-hidden="true" />
    </MenuButton>
  );
}
