import { expect, test } from "@jest/globals";
import type { Task } from "@todo-mesh/contracts";
import type { ReminderDue } from "@todo-mesh/contracts/events";
import * as fc from "fast-check";
import { reminderIdOf } from "../../src/domain/ledger/reminder-ids.ts";
import { TASK_ID } from "../a-task.ts";
import { History } from "./a-history.ts";
import { aLedger } from "./a-ledger.ts";
import {
  isKnown,
  isOneRing,
  isoAt,
  LAST_MINUTE,
  minuteOf,
  unmuted,
  type Wish,
  wants,
  wishesOf,
} from "./paper.ts";

/** What repeats itself, as a list on paper would have it. */
interface Chain {
  readonly of: Wish;
  /** When the task was due as it rang. */
  readonly due: string;
  readonly since: number;
  readonly times: number;
  /** The task does not want it as it is now, and may want it again. */
  readonly paused: boolean;
}

const idOf = ({ slot }: Wish): string => reminderIdOf(TASK_ID, slot);
const dueOf = ({ due }: Task): string => (due && "at" in due ? due.at : "none");

const goesOn = ({ of, due, times }: Chain, now: Task): boolean =>
  times < (now.nag?.times ?? 0) &&
  due === dueOf(now) &&
  wants(unmuted(now), of) &&
  !isKnown(now, of);

const mutedUntil = (task: Task | undefined): number =>
  task?.muted ? minuteOf(task.muted.until) : -1;

interface News {
  readonly before: Task | undefined;
  readonly now: Task;
  readonly minute: number;
}

/** What was silent goes on at the moments that it would have had; it is silent while it is paused, or its task muted. */
function afterNews(chain: Chain, { before, now, minute }: News): Chain {
  if (!goesOn(chain, now)) return { ...chain, paused: true };
  const until = mutedUntil(before);
  const wasSilent = chain.paused || (until > minute && until !== mutedUntil(now));
  return { ...(wasSilent ? upTo(minute, chain, now) : chain), paused: false };
}

function upTo(minute: number, chain: Chain, { nag }: Task): Chain {
  let { since } = chain;
  const every = nag?.every_minutes ?? LAST_MINUTE;
  while (since + every < minute) since += every;
  return { ...chain, since };
}

/** Its next moment that is not before the end of a mute. */
function nextOf({ since }: Chain, task: Task): number {
  const every = task.nag?.every_minutes ?? 0;
  let next = since + every;
  while (next < mutedUntil(task)) next += every;
  return next;
}

/** It rings once for each moment of a date that is wanted now, and says what it is. Answers what rang last. */
function checkRung(said: readonly ReminderDue[], wanted: readonly Wish[], task: Task) {
  const rung = said.map(({ reminder_id, due_at, task_version, task_due }) => {
    const wish = wanted.find((each) => idOf(each) === reminder_id && isoAt(each.at) === due_at);
    const of = task_due && "at" in task_due ? minuteOf(task_due.at) : undefined;
    expect({ wish, task_version }).toEqual({ wish: expect.anything(), task_version: task.version });
    if (wish?.date !== undefined) expect(of).toBe(wish.date);
    return wish;
  });
  for (const wish of wanted)
    expect(rung.filter((each) => each && isOneRing(each, wish)).length).toBeGreaterThan(0);
  for (const [n, wish] of rung.entries())
    expect(rung.findIndex((each) => wish && each && isOneRing(each, wish))).toBe(n);
  return rung.at(-1);
}

/** It is repeated once when the chain says so; answers how the chain goes on. */
function checkRepeated(
  said: readonly ReminderDue[],
  chain: Chain,
  { task, nag, minute }: { task: Task; nag: NonNullable<Task["nag"]>; minute: number },
) {
  const next = nextOf(chain, task);
  const times = chain.times + 1;
  if (chain.paused || next > minute) expect(said).toEqual([]);
  if (chain.paused || next > minute) return chain;
  expect(said).toMatchObject([{ nag: times, due_at: isoAt(next), reminder_id: idOf(chain.of) }]);
  const since = minute - next > 1 ? minute : next;
  return times < nag.times ? { ...chain, since, times } : undefined;
}

interface Moment {
  readonly rung: Wish | undefined;
  readonly chain: Chain | undefined;
  readonly task: Task;
  readonly minute: number;
}

/** What rings begins a chain; else the one there is goes on. */
function checkChain(said: readonly ReminderDue[], { rung, chain, task, minute }: Moment) {
  const { nag } = task;
  if (!rung && chain && nag) return checkRepeated(said, chain, { task, nag, minute });
  expect(said).toEqual([]);
  if (!rung) return chain;
  return nag && !isKnown(task, rung)
    ? { of: rung, due: dueOf(task), since: minute, times: 0, paused: false }
    : undefined;
}

function aDay(versions: readonly Task[]) {
  const ledger = aLedger();
  let heard: Task | undefined;
  let chain: Chain | undefined;

  const news = (minute: number): void => {
    for (const version of versions.filter(({ updated_at }) => minuteOf(updated_at) === minute)) {
      chain &&= afterNews(chain, { before: heard, now: version, minute });
      heard = version;
      ledger.hear(version, minute);
    }
  };
  const check = (said: readonly ReminderDue[], minute: number, task: Task): void => {
    const wanted = wishesOf(task).filter(({ at }) => at === minute);
    const first = said.filter(({ nag }) => nag === undefined);
    const rung = checkRung(first, wanted, task);
    const repeated = said.filter(({ nag }) => nag !== undefined);
    chain = checkChain(repeated, { rung, chain, task, minute });
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

test("where news is prompt and nobody dies, it rings once at exactly the moments that the newest version wants, and repeats itself exactly as often", () => {
  const days = fc.property(History, (versions) => {
    const day = aDay(versions);
    for (let minute = 0; minute <= LAST_MINUTE; minute += 1) day.pass(minute);
  });
  expect(() => fc.assert(days, { numRuns: 300 })).not.toThrow();
});
