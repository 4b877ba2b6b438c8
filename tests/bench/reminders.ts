import { setTimeout as wait } from "node:timers/promises";
import { type Notification } from "@todo-mesh/contracts";
import { NotificationCreated } from "@todo-mesh/contracts/events";
import pLimit from "p-limit";
import { until } from "@todo-mesh/ports/testing";
import type { Stream } from "../support/stream.ts";
import type { Crowd, Resident } from "./crowd.ts";
import type { Promised } from "./tally.ts";

const AT_ONCE = 32;
const WARM_UP_PER_PERSON = 4;
const WARM_UP_DUE_IN_MS = 10_000;
// Between the last acknowledgement and the first due time the news of the tasks must have gone round.
const MARGIN_MS = 15_000;
const PATIENCE_MS = 120_000;
// A doubled one would come when the sweeper passes by once more.
const AFTERWARDS_MS = 7_000;

/** Lets a few reminders ring for each person, so that everything has been used once; answers how many tasks a second were set. */
export async function warmUp(crowd: Crowd): Promise<number> {
  const count = crowd.people.length * WARM_UP_PER_PERSON;
  const began = performance.now();
  const due = Date.now() + WARM_UP_DUE_IN_MS;
  await promiseAll(
    crowd,
    Array.from({ length: count }, () => due),
  );
  const perSecond = count / ((performance.now() - began) / 1_000);
  for (const person of crowd.people) await untilInInbox(person, WARM_UP_PER_PERSON);
  return perSecond;
}

/** A due time for the first of `count` reminders that leaves time to set all of them before. */
export const firstDue = (count: number, perSecond: number): number =>
  Math.ceil((Date.now() + (count / perSecond) * 1_500 + MARGIN_MS) / 1_000) * 1_000;

/** Sets a reminder for each due time, in order and in turn among the people; fails when that took too long. */
export async function promiseAll(
  { people }: Crowd,
  dues: readonly number[],
): Promise<(Promised & { readonly user: string })[]> {
  const limit = pLimit(AT_ONCE);
  return Promise.all(
    dues.map(async (dueMs, at) =>
      limit(async () => {
        const person = people[at % people.length] ?? people[0];
        const { id } = await person.add(`reminder ${at}`, new Date(dueMs));
        if (Date.now() >= dueMs) throw new Error("Setting the reminders took longer than expected");
        return { taskId: id, dueMs, user: person.user };
      }),
    ),
  );
}

/** Waits until each inbox has what was promised, beside the warm-up; what is missing in the end is lost. */
export async function untilShown(
  { people }: Crowd,
  promised: readonly { readonly user: string }[],
): Promise<void> {
  const byUser = Map.groupBy(promised, ({ user }) => user);
  for (const person of people) {
    const count = WARM_UP_PER_PERSON + (byUser.get(person.user)?.length ?? 0);
    await untilInInbox(person, count).catch(() => undefined);
  }
}

/** All that is in the inboxes, once what is doubled has had the time to come. */
export async function shownInAll({ people }: Crowd): Promise<Notification[]> {
  await wait(AFTERWARDS_MS);
  const shown: Notification[] = [];
  for (const person of people) shown.push(...(await person.inbox()));
  return shown;
}

const untilInInbox = async (person: Resident, count: number): Promise<unknown> =>
  until(
    `${count} are in the inbox of ${person.user}`,
    async () => (await person.inbox()).length >= count || wait(200, false),
    PATIENCE_MS,
  );

/** From due to seen, of the promised reminders that these streams told of; the first time counts. */
export function seenLateness(streams: readonly Stream[], promised: readonly Promised[]): number[] {
  const dues = new Map(promised.map(({ taskId, dueMs }) => [taskId, dueMs]));
  const seen = streams.flatMap((stream) => stream.seen);
  const first = new Map<string, number>();
  for (const { event, data, seenAt } of seen) {
    if (event !== NotificationCreated.type) continue;
    const { task_id } = NotificationCreated.data.parse(JSON.parse(data)).notification;
    const due = dues.get(task_id);
    if (due !== undefined && !first.has(task_id)) first.set(task_id, seenAt - due);
  }
  return [...first.values()];
}
