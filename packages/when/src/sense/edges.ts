import type { DaySaid } from "../grammar/facts.ts";
import { type Day, dayOf, fieldsOf, lastOfMonth, weekdayOf } from "./calendar.ts";

type Edge = DaySaid<"edge">["edge"];

const FRIDAY = 5;
const WEEK_DAYS: Readonly<Record<Edge, number>> = {
  start: 1,
  middle: 3,
  end: FRIDAY,
  last: 7,
};
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

const isEnd = (edge: Edge): boolean => edge === "end" || edge === "last";

export const edgeOfMonth = (year: number, month: number, edge: Edge): Day =>
  isEnd(edge) ? lastOfMonth(year, month) : (dayOf(year, month, edge === "middle" ? 15 : 1) ?? 0);

/** The working week: it starts on Monday and ends on Friday, or on Sunday for who says so at the weekend. */
function edgeOfWeek(edge: Edge, shift: number | undefined, today: Day, weekStart: number): Day {
  const week = today - ((weekdayOf(today) - weekStart + 7) % 7);
  if (edge === "last") return week + 6 + 7 * (shift ?? 0);
  const monday = week + ((8 - weekStart) % 7);
  const day = monday + (WEEK_DAYS[edge] - 1) + 7 * (shift ?? 0);
  if (shift !== undefined || day >= today) return day;
  return edge === "end" ? monday + 6 : day + 7;
}

function edgeOfMonths(length: number, edge: Edge, shift: number | undefined, today: Day): Day {
  const { year, month } = fieldsOf(today);
  const first = month - ((month - 1) % length) + length * (shift ?? 0);
  const find = (from: number): Day => {
    if (isEnd(edge)) return lastOfMonth(year, from + length - 1);
    const isMiddleOfMonth = edge === "middle" && length === 1;
    const middle = edge === "middle" ? from + Math.floor(length / 2) : from;
    return dayOf(year, middle, isMiddleOfMonth ? 15 : 1) ?? 0;
  };
  const day = find(first);
  return day >= today || shift !== undefined ? day : find(first + length);
}

/** The first, middle or last day of a week, month, quarter or year: this one's unless past, or the next one's. */
export function edgeOfStretch(
  { edge, of, shift }: DaySaid<"edge">,
  { today, weekStart }: { readonly today: Day; readonly weekStart: number },
): Day {
  return of === "week"
    ? edgeOfWeek(edge, shift, today, weekStart)
    : edgeOfMonths(MONTHS[of], edge, shift, today);
}
