import { CloudEvent, REMINDERS_TOPIC, ReminderDue } from "@todo-mesh/contracts/events";
import type { Notification } from "@todo-mesh/contracts";
import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";
import { spread } from "../../bench/statistics.ts";
import { broker } from "../../support/broker.ts";
import type { Person } from "../../support/person.ts";
import type { Kill } from "./kills.ts";
import type { Acknowledged } from "./setting.ts";

const WITHIN_MS = 60_000;

/** A reminder as it was acknowledged, and how it was shown. */
interface Shown extends Acknowledged {
  readonly notifications: readonly Notification[];
}

export interface Found {
  readonly shown: readonly Shown[];
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly early: readonly string[];
  /** How long after it was due, or acknowledged, if that was later, each was in the inbox. */
  readonly lateMs: readonly number[];
}

/** Holds what is in the inboxes against what was acknowledged, once all of it had time to come. */
export async function audit(acknowledged: readonly Acknowledged[]): Promise<Found> {
  const people = [...new Map(acknowledged.map(({ who }) => [who.user, who])).values()];
  const look = async (): Promise<Shown[]> => {
    const inboxes = await Promise.all(people.map(async (who) => inboxOf(who)));
    const byTask = Map.groupBy(inboxes.flat(), ({ task_id }) => task_id);
    return acknowledged.map((one) => ({ ...one, notifications: byTask.get(one.taskId) ?? [] }));
  };
  const isWhole = async () => (await look()).every(isShown);
  await until("all are in the inboxes", isWhole, WITHIN_MS).catch(() => undefined);
  const shown = await look();
  const idsOf = (is: (one: Shown) => boolean) => shown.filter(is).map(({ taskId }) => taskId);
  return {
    shown,
    lost: idsOf((one) => !isShown(one)),
    doubled: idsOf(({ notifications }) => notifications.length > 1),
    early: idsOf(({ notifications: [first], dueMs }) => shownMs(first) < dueMs),
    lateMs: shown.flatMap((one) => (one.notifications[0] ? lateMs(one) : [])),
  };
}

const isShown = ({ notifications, isSetTooLate }: Shown): boolean =>
  notifications.length > 0 || isSetTooLate;
const inboxOf = async (who: Person): Promise<Notification[]> =>
  until("the inbox can be read", async () => who.inbox());

const shownMs = (first: Notification | undefined): number =>
  first ? Date.parse(first.created_at) : Infinity;
const dueMsOf = ({ dueMs, acknowledgedMs }: Acknowledged): number =>
  Math.max(dueMs, acknowledgedMs);
const lateMs = (one: Shown): number => Math.max(0, shownMs(one.notifications[0]) - dueMsOf(one));

/** How late they were, and where on their way: until they were announced, until the broker had that, until they were shown. */
export async function sayStages(
  mesh: Mesh,
  { shown, lateMs: late }: Found,
  kills: readonly Kill[],
): Promise<string> {
  const published = await announcements(mesh);
  const stages = shown.flatMap((one) => {
    const on = published.get(one.taskId);
    const at = shownMs(one.notifications[0]);
    if (!on || at === Infinity) return [];
    const ms = [
      on.announcedMs - dueMsOf(one),
      on.publishedMs - on.announcedMs,
      at - on.publishedMs,
    ];
    return [{ dueMs: dueMsOf(one), ms: ms.map((each) => Math.max(0, each)) }];
  });
  const spreadOfAll = (some: typeof stages) =>
    [0, 1, 2].map((n) => spread(some.map(({ ms }) => ms[n] ?? 0)));
  const near = kills.map(({ name, atMs }, n) => {
    const untilMs = kills[n + 1]?.atMs ?? Infinity;
    const due = stages.filter(({ dueMs }) => dueMs >= atMs && dueMs < untilMs);
    return `  after ${name}: ${spreadOfAll(due).join(" | ")}`;
  });
  return [
    `${shown.length} reminders, ${kills.length} kills, ${shown.filter(({ isSetTooLate }) => isSetTooLate).length} set too late`,
    `late by ${spread(late)}; until announced | published | shown: ${spreadOfAll(stages).join(" | ")}`,
    ...near,
  ].join("\n");
}

/** When each task's reminder was announced first, and when the broker had it. */
async function announcements(mesh: Mesh) {
  const found = new Map<string, { readonly announcedMs: number; readonly publishedMs: number }>();
  for (const { value, timestamp } of await broker(mesh).all(REMINDERS_TOPIC)) {
    const event = CloudEvent.safeParse(JSON.parse(value?.toString() ?? "null"));
    if (!event.success || event.data.type !== ReminderDue.type) continue;
    const { task_id, announced_at } = ReminderDue.data.parse(event.data.data);
    if (found.has(task_id)) continue;
    found.set(task_id, {
      announcedMs: Date.parse(announced_at),
      publishedMs: Number(timestamp),
    });
  }
  return found;
}
