import { expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import * as fc from "fast-check";
import { aTask, at as atTime } from "../a-task.ts";
import { History } from "./a-history.ts";
import { aLedger } from "./a-ledger.ts";
import { isSeries, LAST_MINUTE, minuteOf, unmuted, type Wish, wants, wishesOf } from "./paper.ts";
import { lostWishes } from "./lost.ts";
import { checkIsOneRing } from "./rung.ts";
import { isOf, wishRung } from "./wish-rung.ts";

/** What befalls the service for some minutes. */
const Period = fc.record({
  minutes: fc.integer({ min: 1, max: 14 }),
  isUp: fc.constantFrom(true, true, false),
  chatApiAnswers: fc.boolean(),
  oneByOne: fc.boolean(),
  /** Which of the versions made so far is heard of at its beginning; some twice, some never. */
  news: fc.array(fc.nat(), { maxLength: 4 }),
});
type Period = typeof Period extends fc.Arbitrary<infer Value> ? Value : never;

const madeUntil = (versions: readonly Task[], minute: number) =>
  versions.filter(({ updated_at }) => minuteOf(updated_at) <= minute);

function aPlay(versions: readonly Task[]) {
  const ledger = aLedger();
  const known = new Set<Task>();
  /** Whether a version that the service has heard of had set it in time. */
  const isSetInTime = (wish: Wish, version: Task): boolean =>
    [...known].some(
      (word) =>
        word.version <= version.version &&
        minuteOf(word.updated_at) <= wish.at &&
        wants(word, wish),
    );

  function checkRing(said: ReminderDue, minute: number, before: readonly ReminderDue[]): void {
    const at = minuteOf(said.due_at);
    const version = versions[said.task_version - 1];
    const wish = wishRung(said, versions);
    expect({ said, isWanted: wish !== undefined }).toEqual({ said, isWanted: true });
    if (!version || !wish) return;
    if (wish.date !== undefined) expect(said.task_due).toMatchObject({ at: isoOf(wish.date) });
    const standsForEarlier = wishesOf(version).some(
      (earlier) =>
        earlier.slot === wish.slot &&
        earlier.at < at &&
        !before.some((each) => isOf(each, wish.slot) && minuteOf(each.due_at) === earlier.at) &&
        isSetInTime(earlier, version),
    );
    const isFair =
      isSetInTime(wish, version) || (isSeries(version) && minute > at && standsForEarlier);
    expect({ said, isFair }).toEqual({ said, isFair: true });
  }

  function checkNag(said: ReminderDue, before: readonly ReminderDue[]): void {
    const last = before.at(-1);
    const start = before.findLast(({ nag }) => nag === undefined);
    const version = versions[said.task_version - 1];
    if (!version?.nag || !last || !start) throw new Error("It repeats what should not be repeated");
    expect(said.nag).toBe((last.nag ?? 0) + 1);
    expect(said.nag).toBeLessThanOrEqual(version.nag.times);
    expect(said.reminder_id).toBe(start.reminder_id);
    const waited = minuteOf(said.announced_at) - minuteOf(last.announced_at);
    expect(waited).toBeGreaterThanOrEqual(version.nag.every_minutes - 1);
    const isSilent =
      version.muted !== undefined && minuteOf(said.due_at) < minuteOf(version.muted.until);
    expect({ said, isSilent }).toEqual({ said, isSilent: false });
    const isStillWanted = wishesOf(unmuted(version)).some(
      ({ slot, at }) => isOf(start, slot) && at === minuteOf(start.due_at),
    );
    expect({ said, isStillWanted }).toEqual({ said, isStillWanted: true });
  }

  function fire(names: readonly string[], minute: number, chatApiAnswers: boolean): void {
    const before = [...ledger.said];
    ledger.fire(names, minute, (version) => {
      if (!chatApiAnswers) return undefined;
      const task = madeUntil(versions, minute).at(-1);
      if (!task) return { standing: "gone" };
      known.add(task);
      return task.version > version ? { standing: "changed", task } : { standing: "same" };
    });
    for (const said of ledger.said.slice(before.length)) {
      expect(minuteOf(said.announced_at)).toBeGreaterThanOrEqual(minuteOf(said.due_at));
      const newest = Math.max(...[...known].map(({ version }) => version));
      expect(said.task_version).toBe(newest);
      if (said.nag === undefined) checkRing(said, minute, before);
      else checkNag(said, before);
      before.push(said);
    }
  }

  return {
    said: ledger.said,
    hear: (task: Task, minute: number): void => {
      known.add(task);
      ledger.hear(task, minute);
    },
    fireAll: (minute: number, { oneByOne, chatApiAnswers }: Omit<Period, "minutes">): void => {
      const due = ledger.due(minute);
      for (const names of oneByOne ? due.map((name) => [name]) : [due])
        fire(names, minute, chatApiAnswers);
    },
    isQuiet: (minute: number): boolean => ledger.due(minute).length === 0,
  };
}
type Play = ReturnType<typeof aPlay>;

const isoOf = (minute: number): string =>
  new Date(Date.UTC(2026, 10, 22, 8) + minute * 60_000).toISOString();

function live(play: Play, versions: readonly Task[], periods: readonly Period[]): void {
  let minute = 0;
  for (const period of periods) {
    for (let passed = 0; passed < period.minutes && minute <= LAST_MINUTE; passed += 1) {
      if (period.isUp) {
        const made = madeUntil(versions, minute);
        const news = passed === 0 ? period.news : [];
        for (const n of news) {
          const task = made[n % Math.max(1, made.length)];
          if (task) play.hear(task, minute);
        }
        play.fireAll(minute, period);
      }
      minute += 1;
    }
  }
}

const CALM: Period = { minutes: 1, isUp: true, chatApiAnswers: false, oneByOne: false, news: [] };

test("whatever happens, what is wanted rings once and not early, and what is wanted no more does not ring", () => {
  const days = fc.property(
    History,
    fc.array(Period, { minLength: 1, maxLength: 14 }),
    fc.infiniteStream(fc.nat()),
    (versions, periods, dice) => {
      const play = aPlay(versions);
      live(play, versions, periods);
      const order = versions.map((task) => ({ task, place: dice.next().value ?? 0 }));
      order.sort((one, other) => one.place - other.place);
      for (const { task } of order) play.hear(task, LAST_MINUTE + 1);
      for (let round = 0; round < 20 && !play.isQuiet(LAST_MINUTE + 1); round += 1)
        play.fireAll(LAST_MINUTE + 1, CALM);
      expect(play.isQuiet(LAST_MINUTE + 1)).toBe(true);
      expect(new Set(play.said.map(({ occurrence_id }) => occurrence_id)).size).toBe(
        play.said.length,
      );
      checkIsOneRing(play.said, versions);
      expect(lostWishes(play.said, versions, LAST_MINUTE)).toEqual([]);
    },
  );
  fc.assert(days, { numRuns: 500 });
});

const snoozedAt = (said: string) => ({
  until: atTime("08:24").toISOString(),
  timezone: "UTC",
  since: atTime(said).toISOString(),
});

test("who snoozes until one moment twice is told then, once, though the second is heard of late", () => {
  const [first, second] = [
    aTask({ due: "08:10", snoozed: snoozedAt("08:00") }),
    aTask({ version: 2, due: "08:30", changed: "08:09", snoozed: snoozedAt("08:09") }),
  ];
  const play = aPlay([first, second]);
  play.hear(first, 11);
  play.fireAll(24, CALM);
  play.hear(second, LAST_MINUTE + 1);
  play.fireAll(LAST_MINUTE + 1, CALM);
  expect(play.said.map(({ due_at }) => due_at)).toEqual([
    atTime("08:24").toISOString(),
    atTime("08:30").toISOString(),
  ]);
});
