import {
  CalendarDays,
  CircleCheckBig,
  Clock3,
  ListTodo,
  type LucideIcon,
  Trash2,
} from "lucide-react";
import type { View } from "../tasks/views.ts";

/** The mark of each view. */
export const ICONS: Readonly<Record<View, LucideIcon>> = {
  today: CalendarDays,
  upcoming: Clock3,
  all: ListTodo,
  done: CircleCheckBig,
  trash: Trash2,
};
