import type { Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import { inForceAt, isOneRing, isSeries, minuteOf, type Wish, wants, wishesOf } from "./paper.ts";
import { isOf, wishRung } from "./wish-rung.ts";

/** What was in force at its moment, until that minute, and is wanted ever since, but did not ring; nor did a later date of its series for it. */
export function lostWishes(
  said: readonly ReminderDue[],
  versions: readonly Task[],
  lastMinute: number,
): Wish[] {
  const first = said.filter(({ nag }) => nag === undefined);
  const rang = (wish: Wish): boolean =>
    first.some((one) => {
      const rung = wishRung(one, versions);
      return rung && isOneRing(rung, wish);
    });
  const isStoodFor = (wish: Wish): boolean =>
    first.some((one) => {
      const version = versions[one.task_version - 1];
      return minuteOf(one.due_at) > wish.at && isOf(one, wish.slot) && version && isSeries(version);
    });
  return versions.flatMap((version) =>
    wishesOf(version)
      .filter(({ at }) => at <= lastMinute && inForceAt(versions, at) === version)
      .filter((wish) => versions.slice(version.version - 1).every((each) => wants(each, wish)))
      .filter((wish) => !rang(wish) && !isStoodFor(wish)),
  );
}
