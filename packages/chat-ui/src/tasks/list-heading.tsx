import type { ReactNode } from "react";
import { words } from "../words/words.ts";
import { dayOf, sayDay, sayLongDay } from "./dates.ts";
import type { Group } from "./views.ts";

/** What stands over a group of tasks. */
export function Heading({ group, now }: { readonly group: Group; readonly now: Date }): ReactNode {
  const { name, date } = headingOf(group.key, dayOf(now));
  return (
    <div role="rowheader" className="task-heading-text" data-key={group.key}>
      <span data-today={group.key === dayOf(now)}>{name}</span>
      {date && <span className="task-heading-date">{date}</span>}
      <span className="task-heading-count">{group.tasks.length}</span>
    </div>
  );
}

function headingOf(key: string, today: string): { name: string; date?: string } {
  const { overdue, later, noDate } = words.list;
  const names: Readonly<Record<string, string>> = { overdue, later, none: noDate };
  const name = names[key];
  if (name !== undefined) return { name };
  const said = sayDay(key, today);
  return said === words.list.today || said === words.list.tomorrow
    ? { name: said, date: sayLongDay(key) }
    : { name: sayLongDay(key) };
}
