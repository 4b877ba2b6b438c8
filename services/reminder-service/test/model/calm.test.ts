import { expect, test } from "@jest/globals";
import type { ReminderDue, Task } from "@todo-mesh/contracts";
import * as fc from "fast-check";
import { reminderIdOf } from "../../src/domain/reminder-ids.ts";
import { TASK_ID } from "../a-task.ts";
import { History } from "./a-history.ts";
import { aLedger } from "./a-ledger.ts";
import { isoAt, LAST_MINUTE, minuteOf, type Wish, wants, wishesOf } from "./paper.ts";

/** What repeats itself, as a list on paper would have it. */
interface Chain {
  /** What rang in the minute it began: it repeats one of these. */
  readonly of: readonly Wish[];
  readonly since: number;
  readonly times: number;
  /** Whether it may have ended already, for one of these is wanted no more. */
  readonly doubtful: boolean;
}

const idOf = ({ slot }: Wish): string => reminderIdOf(TASK_ID, slot);
const dueOf = (task: Task | undefined): string => JSON.stringify(task?.due ?? null);

function afterNews(chain: Chain | undefined, before: Task | undefined, now: Task) {
  if (!chain || chain.times >= (now.nag?.times ?? 0) || dueOf(before) !== dueOf(now))
    return undefined;
  const of = chain.of.filter((wish) => wants(now, wish));
  const doubtful = chain.doubtful || of.length < chain.of.length;
  return of.length > 0 ? { ...chain, of, doubtful } : undefined;
}

/** It rings for each moment that is wanted now, and says what it is. */
function checkRung(said: readonly ReminderDue[], wanted: readonly Wish[], task: Task): void {
  const expected = wanted.map((wish) => ({
    reminder_id: idOf(wish),
    due_at: isoAt(wish.at),
    task_version: task.version,
    ...(wish.date !== undefined && { of: isoAt(wish.date) }),
  }));
  const isOwn = (id: string): boolean =>
    wanted.some((wish) => idOf(wish) === id && wish.date === undefined);
  const told = said.map(({ reminder_id, due_at, task_version, task_due }) => ({
    reminder_id,
    due_at,
    task_version,
    ...(!isOwn(reminder_id) && task_due && "at" in task_due && { of: task_due.at }),
  }));
  expect(new Set(told)).toEqual(new Set(expected));
  expect(told).toHaveLength(expected.length);
}

/** It is repeated once when the chain says so; answers how the chain goes on. */
function checkRepeated(
  said: readonly ReminderDue[],
  chain: Chain,
  nag: NonNullable<Task["nag"]>,
  minute: number,
) {
  const next = chain.since + nag.every_minutes;
  const times = chain.times + 1;
  const mayHaveEnded = chain.doubtful && said.length === 0;
  if (next > minute) expect(said).toEqual([]);
  if (next > minute) return chain;
  if (mayHaveEnded) return undefined;
  expect(said).toMatchObject([{ nag: times, due_at: isoAt(next) }]);
  expect(chain.of.map(idOf)).toContain(said[0]?.reminder_id);
  const since = minute - next > 1 ? minute : next;
  return times < nag.times ? { ...chain, since, times, doubtful: false } : undefined;
}

interface Moment {
  readonly wanted: readonly Wish[];
  readonly chain: Chain | undefined;
  readonly nag: Task["nag"];
  readonly minute: number;
}

/** What rings begins a chain; else the one there is goes on. */
function checkChain(said: readonly ReminderDue[], { wanted, chain, nag, minute }: Moment) {
  if (wanted.length === 0 && chain && nag) return checkRepeated(said, chain, nag, minute);
  expect(said).toEqual([]);
  if (wanted.length === 0) return chain;
  return nag && { of: wanted, since: minute, times: 0, doubtful: false };
}

function aDay(versions: readonly Task[]) {
  const ledger = aLedger();
  let heard: Task | undefined;
  let chain: Chain | undefined;

  const news = (minute: number): void => {
    for (const version of versions.filter(({ updated_at }) => minuteOf(updated_at) === minute)) {
      chain = afterNews(chain, heard, version);
      heard = version;
      ledger.hear(version, minute);
    }
  };
  const check = (said: readonly ReminderDue[], minute: number, task: Task): void => {
    const wanted = wishesOf(task).filter(({ at }) => at === minute);
    const repeated = said.filter(({ nag }) => nag !== undefined);
    checkRung(
      said.filter(({ nag }) => nag === undefined),
      wanted,
      task,
    );
    chain = checkChain(repeated, { wanted, chain, nag: task.nag, minute });
  };
  return {
    pass: (minute: number): void => {
      news(minute);
      const before = ledger.said.length;
      ledger.fire(ledger.due(minute), minute, () => ({ standing: "same" }));
      if (heard) check(ledger.said.slice(before), minute, heard);
    },
  };
}

test("where news is prompt and nobody dies, it rings at exactly the moments that the newest version wants, and repeats itself exactly as often", () => {
  const days = fc.property(History, (versions) => {
    const day = aDay(versions);
    for (let minute = 0; minute <= LAST_MINUTE; minute += 1) day.pass(minute);
  });
  expect(() => fc.assert(days, { numRuns: 300 })).not.toThrow();
});
