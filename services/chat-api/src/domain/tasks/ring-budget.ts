import { type Refusal, refuse, type Repeat, type Task } from "@todo-mesh/contracts";
import { mostInADay } from "@todo-mesh/recurrence";
import { because } from "./reasons.ts";
import type { Made } from "./task-change.ts";
import { isOpen } from "./task-list.ts";
import { remembered } from "./words.ts";

/*
 * What a person's tasks ring by themselves, again and again, is limited over all of them: by the hour, and taken over
 * a day, so that a habit with a nag weighs what it rings and not what it would if every hour were like its own. A
 * reminder that rings once is not counted: of those there are as many as there are tasks.
 */

const DAY_MINUTES = 24 * 60;
const DAY_HOURS = 24;

type Parts = readonly ReadonlyMap<string, Task>[];

interface Rings {
  /** Of the dates of a series. */
  readonly repeated: number;
  readonly nagged: number;
}

/** What a task rings on the busiest day it can have, beside reminders that ring once. */
const ringsInADay = remembered((task: Task): Rings => {
  if (!isOpen(task)) return { repeated: 0, nagged: 0 };
  const { repeat, nag } = task;
  const { once, ofDates } = remindersOf(task);
  const repeated = repeat ? datesInADay(repeat) * ofDates : 0;
  const announced = once + (repeat ? repeated : ofDates);
  const nagged = nag ? Math.min(nag.times * announced, DAY_MINUTES / nag.every_minutes) : 0;
  return { repeated, nagged };
});

/** How many it has at moments of their own, and how many for each of its dates. */
function remindersOf({ reminders, due }: Task): { once: number; ofDates: number } {
  if (!reminders) return { once: 0, ofDates: due ? 1 : 0 };
  const once = reminders.filter((reminder) => "at" in reminder).length;
  return { once, ofDates: reminders.length - once };
}

// One that is counted from its completion waits for it.
const datesInADay = ({ rule, from, rdates = [] }: Repeat): number =>
  from === "completion" ? 1 : mostInADay(rule) + rdates.length;

const sum = ({ repeated, nagged }: Rings): number => repeated + nagged;

// A change touches one part of a long list: the others are not counted again.
const ofPart = remembered((part: Parts[number]): number =>
  [...part.values()].reduce((rings, task) => rings + sum(ringsInADay(task)), 0),
);

/** Why a change would let a person's reminders ring too often; undefined when it does not, or makes it no worse. */
export function tooManyRings(
  parts: Parts,
  { before, task }: Pick<Made, "before" | "task">,
  perHour: number,
): Refusal | undefined {
  const rings = ringsInADay(task);
  const more = sum(rings) - (before ? sum(ringsInADay(before)) : 0);
  if (more <= 0) return undefined;
  const total = parts.reduce((known, part) => known + ofPart(part), more) / DAY_HOURS;
  if (total <= perHour) return undefined;
  const field = rings.repeated >= rings.nagged ? "repeat" : "nag";
  const message = because("most-rings", perHour, Math.ceil(total));
  return refuse("conflict", message, [{ field, message }]);
}
