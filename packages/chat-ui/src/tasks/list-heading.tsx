import type { ReactNode } from "react";
import { words } from "../words/words.ts";
import { dayOf, sayDay, sayLongDay } from "./dates.ts";
import type { Dragging } from "./dragging.ts";
import type { Group } from "./views.ts";

interface HeadingProps {
  readonly measure: (row: HTMLDivElement | null) => void;
  readonly index: number;
  readonly start: number;
  readonly group: Group;
  readonly now: Date;
  readonly dragging: Dragging;
}

/** What stands over a group of tasks; what is dropped on it goes to its day. */
export function Heading({ measure, index, start, group, now, dragging }: HeadingProps): ReactNode {
  const { name, date } = headingOf(group.key, dayOf(now));
  return (
    <div
      ref={measure}
      role="row"
      className="task-heading"
      data-index={index}
      data-over={dragging.over === group.key}
      aria-rowindex={index + 1}
      style={{ transform: `translateY(${start}px)` }}
      {...dragging.ofGroup(group.key)}
    >
      <div role="rowheader" className="task-heading-text" data-key={group.key}>
        <span data-today={group.key === dayOf(now)}>{name}</span>
        {date && <span className="task-heading-date">{date}</span>}
        <span className="task-heading-count">{group.tasks.length}</span>
      </div>
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
