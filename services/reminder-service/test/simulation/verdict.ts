import type { Task } from "@todo-mesh/contracts";
import { ReminderDue } from "@todo-mesh/contracts/events";
import type { OutgoingEvent, Stored } from "@todo-mesh/ports";
import { z } from "zod";
import { Ledger } from "../../src/domain/ledger/ledger.ts";
import { timersWanted } from "../../src/domain/planning/timers-between.ts";
import { DAY_BEGINS, inForceAt, isOneRing, minuteOf, wants } from "../model/paper.ts";
import { lostWishes } from "../model/lost.ts";
import { wishRung } from "../model/wish-rung.ts";
import { LAST_MINUTE } from "./versions.ts";
import { passed } from "./virtual-time.ts";
import type { Weather } from "./weather.ts";

/** A cancel may be so young that its news is not everywhere yet. */
const JUST_NOW_MS = 1_000;
/** After the last fault all is as it should be within this time. */
const WELL_AGAIN_MS = 30_000;
/** After so long without a fault the sweeper alone brings what is due, within that time. */
const [QUIET_MS, SWEPT_WITHIN_MS] = [35_000, 2_500];
/** Where nothing befell it since it was set, its job rings. So soon before it is due it has one. */
const [PUNCTUAL_MS, IN_TIME_MS] = [400, 6_000];

/** Each occurrence once, as an inbox shows it that knows what it has shown. */
export function shown(published: readonly OutgoingEvent[]): ReminderDue[] {
  const once = new Map(published.map(({ event }) => [event.id, event]));
  return [...once.values()].flatMap(({ type, data }) =>
    type === ReminderDue.type ? [ReminderDue.data.parse(data)] : [],
  );
}

/** What is there when all is over. */
interface Seen {
  readonly said: readonly ReminderDue[];
  readonly rows: ReadonlyMap<string, Stored>;
  /** Whether chat-api did not answer then. */
  readonly silentAt: (ms: number) => boolean;
  /** How many versions there was news of. */
  readonly heard: number;
}

/** Why it is not as it should be; nothing if it is. */
export function faultsOf(
  { said, rows, silentAt, heard }: Seen,
  versions: readonly Task[],
  weather: Weather,
): string[] {
  return [
    ...said.flatMap((one) => faultsOfRing(one, versions, silentAt)),
    ...doubled(said, versions),
    ...lost(said, versions),
    ...late(said, weather),
    ...said.flatMap((one) => unpunctual(one, versions, weather)),
    ...said.flatMap((one) => tooManyNags(one, versions)),
    ...left(rows),
    ...outOfStep(rows, heard),
  ];
}

const Timer = z.object({ at: z.iso.datetime() });

/** When all is over nothing waits to be published, and no timer whose time has come. */
function left(rows: ReadonlyMap<string, Stored>): string[] {
  return [...rows].flatMap(([key, { value }]) => {
    if (/^outbox:[^:]+:\d+$/.test(key) && !("closed" in Object(value))) return [`unsent: ${key}`];
    const timer = key.startsWith("timer:") && Timer.parse(value);
    const isOver = timer && Date.parse(timer.at) < DAY_BEGINS + passed() - WELL_AGAIN_MS;
    return isOver ? [`never fired: ${key}`] : [];
  });
}

const LEDGER = /^ledger:/;
const TIMER = /^timer:[^:]+:/;

const sayTimer = ({ name, at }: { readonly name: string; readonly at: Date }): string =>
  `${name} at ${at.toISOString()}`;

/** When all is over the ledger is that of the newest version, and has the timers that it wants: no more, no fewer. */
function outOfStep(rows: ReadonlyMap<string, Stored>, heard: number): string[] {
  const nowMs = DAY_BEGINS + passed();
  const isToCome = ({ at }: { readonly at: Date }): boolean => at.getTime() > nowMs;
  const valuesOf = (key: RegExp) => [...rows].filter(([each]) => key.test(each));
  const ledgers = valuesOf(LEDGER).map(([, { value }]) => Ledger.parse(value));
  const wanted = ledgers.flatMap(timersWanted).filter(isToCome).map(sayTimer);
  const set = valuesOf(TIMER)
    .map(([key, { value }]) => ({
      name: key.replace(TIMER, ""),
      at: new Date(Timer.parse(value).at),
    }))
    .filter(isToCome)
    .map(sayTimer);
  return [
    ...ledgers
      .filter(({ task_version }) => task_version !== heard)
      .map(({ task_version }) => `out of date: version ${task_version} of ${heard}`),
    ...(heard > 0 && ledgers.length === 0 ? ["no ledger"] : []),
    ...wanted.filter((each) => !set.includes(each)).map((each) => `no timer: ${each}`),
    ...set.filter((each) => !wanted.includes(each)).map((each) => `a timer nobody wants: ${each}`),
  ];
}

/** Without a fault near it, it rings at its time. */
function unpunctual(said: ReminderDue, versions: readonly Task[], weather: Weather): string[] {
  const [dueMs, rangMs] = [said.due_at, said.announced_at].map(
    (iso) => Date.parse(iso) - DAY_BEGINS,
  );
  const version = versions[said.task_version - 1];
  if (dueMs === undefined || rangMs === undefined || !version) return [];
  const setMs = minuteOf(version.updated_at) * 60_000;
  if (dueMs < setMs + IN_TIME_MS || !weather.isCalm(dueMs - QUIET_MS, rangMs)) return [];
  const mayBeLateMs = weather.isCalm(0, rangMs) ? PUNCTUAL_MS : SWEPT_WITHIN_MS;
  const lateMs = rangMs - dueMs;
  return lateMs > mayBeLateMs ? [`not punctual, by ${lateMs} ms: ${said.reminder_id}`] : [];
}

function tooManyNags(
  { nag, task_version, due_at }: ReminderDue,
  versions: readonly Task[],
): string[] {
  const most = versions[task_version - 1]?.nag?.times ?? 0;
  return nag !== undefined && nag > most ? [`nag ${nag} of ${most}: at ${due_at}`] : [];
}

function faultsOfRing(
  said: ReminderDue,
  versions: readonly Task[],
  silentAt: (ms: number) => boolean,
): string[] {
  const wish = wishRung(said, versions);
  const found = [
    said.announced_at < said.due_at && "early",
    said.nag === undefined && !wish && "never wanted",
    !isWanted(said, versions, silentAt) && "not wanted any more",
  ];
  const name = `${said.reminder_id} of version ${said.task_version} due at ${said.due_at}`;
  return found.flatMap((fault) => (fault === false ? [] : [`${fault}: ${name}`]));
}

/** Whether the version that was in force a moment before still wanted it, or nobody could say so. */
function isWanted(
  said: ReminderDue,
  versions: readonly Task[],
  silentAt: (ms: number) => boolean,
): boolean {
  const rangAt = Date.parse(said.announced_at) - DAY_BEGINS;
  const then = inForceAt(versions, (rangAt - JUST_NOW_MS) / 60_000);
  // News of a newer version than that was there already.
  if (!then || then.version < said.task_version || silentAt(rangAt)) return true;
  if (then.status === "done" || then.deleted_at !== undefined) return false;
  const wish = wishRung(said, versions);
  return !wish || then.version <= said.task_version || wants(then, wish);
}

function doubled(said: readonly ReminderDue[], versions: readonly Task[]): string[] {
  const first = said.filter(({ nag }) => nag === undefined);
  const rung = first.flatMap((one) => wishRung(one, versions) ?? []);
  const nags = said.filter(({ nag }) => nag !== undefined);
  const steps = nags.map(({ reminder_id, due_at }) => `${reminder_id} ${due_at}`);
  return [
    ...rung.flatMap((wish, n) =>
      rung.findIndex((each) => isOneRing(each, wish)) === n
        ? []
        : [`doubled: ${wish.slot} at ${wish.at}`],
    ),
    ...steps.flatMap((step, n) => (steps.indexOf(step) === n ? [] : [`nag doubled: ${step}`])),
  ];
}

const lost = (said: readonly ReminderDue[], versions: readonly Task[]): string[] =>
  lostWishes(said, versions, LAST_MINUTE).map(({ slot, at }) => `lost: ${slot} at minute ${at}`);

function late(said: readonly ReminderDue[], { calmFromMs }: Weather): string[] {
  return said.flatMap(({ reminder_id, due_at, announced_at }) => {
    const dueMs = Date.parse(due_at) - DAY_BEGINS;
    const lateMs = Date.parse(announced_at) - DAY_BEGINS - Math.max(dueMs, calmFromMs);
    return lateMs > WELL_AGAIN_MS ? [`late by ${lateMs} ms: ${reminder_id} due at ${due_at}`] : [];
  });
}
