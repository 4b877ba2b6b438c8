import type { Task, TaskSort } from "@todo-mesh/contracts";
import { beginOf } from "@todo-mesh/recurrence";
import { doneAt } from "./task-list.ts";
import { titleKeyOf } from "./title-key.ts";
import { remembered } from "./words.ts";

type Part = ReadonlyMap<string, Task>;

/** Where a task stands in a list: by what it is sorted, then by its id, which no other has and which never changes. */
export interface Place {
  readonly by: string;
  readonly id: string;
}

/** How a sort orders tasks; ids are made in the order of time, so they order by creation. */
export interface Order {
  readonly placeOf: (task: Task) => Place;
  readonly isBefore: (one: Place, other: Place) => boolean;
  /** The tasks of a part in this order, worked out once for as long as the part stays as it is. */
  readonly sorted: (part: Part) => readonly Task[];
  readonly inOrder: (tasks: readonly Task[]) => readonly Task[];
}

// Enough to sort by, and short enough for a cursor.
const LONGEST_KEY = 400;

// Each order by a text that sorts as it should; what has none comes last, whichever way round.
const KEYS: Readonly<Record<string, (task: Task) => string | undefined>> = {
  created: () => "",
  updated: (task) => task.updated_at,
  due: ({ due }) => due && beginOf(due),
  priority: ({ priority }) => (priority === undefined ? undefined : PLACES[priority]),
  title: (task) => titleKeyOf(task).slice(0, LONGEST_KEY),
  completed: doneAt,
};
const PLACES: Readonly<Record<string, string>> = { urgent: "0", high: "1", medium: "2", low: "3" };
const NONE = "\uffff";

type Compare = (one: string, other: string) => number;
const byCodeUnits: Compare = (one, other) => (one < other ? -1 : Number(one > other));
// The order of letters that no language has to itself; the same on every machine.
const byLetters: Compare = new Intl.Collator("en").compare;

const orders = new Map<TaskSort, Order>();

export function orderOf(sort: TaskSort): Order {
  const turned = sort.startsWith("-");
  const by = turned ? sort.slice(1) : sort;
  const order =
    orders.get(sort) ?? newOrder(KEYS[by], turned, by === "title" ? byLetters : byCodeUnits);
  orders.set(sort, order);
  return order;
}

function newOrder(
  keyOf: ((task: Task) => string | undefined) | undefined,
  turned: boolean,
  compare = byCodeUnits,
): Order {
  const placeOf = (task: Task): Place => ({ by: keyOf?.(task) ?? NONE, id: task.id });
  const isBefore = (one: Place, other: Place): boolean => {
    if (one.by !== other.by && (one.by === NONE || other.by === NONE)) return other.by === NONE;
    const order = compare(one.by, other.by) || byCodeUnits(one.id, other.id);
    return turned ? order > 0 : order < 0;
  };
  const inOrder = (tasks: readonly Task[]): Task[] =>
    tasks.toSorted((one, other) => (isBefore(placeOf(one), placeOf(other)) ? -1 : 1));
  const sorted = remembered((part: Part) => inOrder([...part.values()]));
  return { placeOf, isBefore, inOrder, sorted };
}
