import { CalendarArrowUp, CalendarX, Sun, Sunrise } from "lucide-react";
import type { MenuItem } from "../shell/menu.tsx";
import { words } from "../words/words.ts";
import { sayDay } from "./dates.ts";
import { type Day, nextWeek, today, tomorrow } from "./moving.ts";

/** The days that one moves things to most, as items of a menu. */
export function dayItems(move: (day: Day) => void): readonly MenuItem[] {
  const { list } = words;
  const monday = nextWeek();
  return [
    { label: list.today, Icon: Sun, act: () => move(today()) },
    { label: list.tomorrow, Icon: Sunrise, act: () => move(tomorrow()) },
    {
      label: `${list.nextWeek}, ${sayDay(monday, today())}`,
      Icon: CalendarArrowUp,
      act: () => move(monday),
    },
    { label: list.noDate, Icon: CalendarX, act: () => move(undefined) },
  ];
}
