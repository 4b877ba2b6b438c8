import { type Refusal, refuse, type Task } from "@todo-mesh/contracts";
import { because } from "./reasons.ts";
import type { Made } from "./task-change.ts";
import { isExpired, isOpen } from "./task-list.ts";
import { remembered } from "./words.ts";

/** How many open tasks a person can have, and how many in all, with those done or in the trash. */
const MOST_OPEN = 10_000;
export const MOST_KEPT = 20_000;

type Parts = readonly ReadonlyMap<string, Task>[];

// A change touches one part of a long list: the others are not counted again.
const countOf = remembered((part: Parts[number]) => {
  const tasks = [...part.values()];
  const trash = tasks.flatMap(({ deleted_at }) => deleted_at ?? []);
  return { open: tasks.filter(isOpen).length, all: tasks.length, oldestTrash: trash.toSorted()[0] };
});

const total = (parts: Parts, which: "open" | "all"): number =>
  parts.reduce((sum, part) => sum + countOf(part)[which], 0);

/** Why there is no room for one more task that is open; undefined when there is. */
export function noRoom(parts: Parts): Refusal | undefined {
  if (total(parts, "open") >= MOST_OPEN) return full(because("most-open", MOST_OPEN));
  if (total(parts, "all") >= MOST_KEPT) return full(because("most-kept", MOST_KEPT));
  return undefined;
}

const full = (message: string): Refusal => refuse("conflict", message);

const CLEARED_AT_ONCE = 10;

/** Some of what has lain in the trash for 30 days and may go for good. */
export function expiredTrash(parts: Parts, now: Date): Task[] {
  const expired: Task[] = [];
  for (const part of parts) {
    if (!isExpired({ deleted_at: countOf(part).oldestTrash }, now)) continue;
    for (const task of part.values()) if (isExpired(task, now)) expired.push(task);
    if (expired.length >= CLEARED_AT_ONCE) break;
  }
  return expired.slice(0, CLEARED_AT_ONCE);
}

const MB = 1_048_576;

/** Why a list of so many bytes cannot take a change that makes it longer; undefined when it can. */
export function noBytes(
  { verb, before, task }: Made,
  bytes: number,
  most: number,
): Refusal | undefined {
  // What a person does with a task is never refused for the sake of a few bytes.
  if (verb !== "created" && verb !== "updated") return undefined;
  const more = before ? sizeOf(writtenIn(task)) - sizeOf(writtenIn(before)) : sizeOf(task);
  if (more <= 0 || bytes + more <= most) return undefined;
  return full(because("most-bytes", Math.round(most / MB)));
}

/**
 * What there can be ever more of. When a task is due, where, and what became of its dates take so much at most for each
 * task: who travels, moves a date or takes either back cannot help that the name of a zone is longer.
 */
const writtenIn = ({ title, notes, tags, repeat, reminders }: Task) => ({
  title,
  notes,
  tags,
  reminders,
  ...(repeat && { repeat: { ...repeat, timezone: "" } }),
});

const sizeOf = (task: object): number => Buffer.byteLength(JSON.stringify(task));
