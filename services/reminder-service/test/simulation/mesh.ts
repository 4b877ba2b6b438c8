import type { Task, TaskCheck, TaskCheckRequest } from "@todo-mesh/contracts";
import { type Logger, steadyClock } from "@todo-mesh/kit";
import { AppError, type Job } from "@todo-mesh/ports";
import {
  countingIds,
  inMemoryJobs,
  inMemoryPublisher,
  inMemoryStateStore,
} from "@todo-mesh/ports/testing";
import { aLife } from "../a-service.ts";
import { DAY_BEGINS, minuteOf } from "../model/paper.ts";
import type { Dice } from "./dice.ts";
import { reachThrough } from "./reach.ts";
import { later, pass, passed } from "./virtual-time.ts";
import type { Weather } from "./weather.ts";

const REPLICAS = 2;
const AGAIN_MS = 1_000;
const EARLY_MS = 5_000;
const FAR_AWAY = new Date("2100-01-01T00:00:00Z");
const SILENT_FOR_MS = 5_000;

const HOUR_MS = 3_600_000;

/** The true time, which the store and the scheduler have. */
const clock = { now: () => new Date(DAY_BEGINS + passed()) };
const msOf = (iso: string): number => Math.round(minuteOf(iso) * 60_000);

const isMade = (task: Task | undefined): task is Task =>
  task !== undefined && msOf(task.updated_at) <= passed();

type Life = ReturnType<typeof aLife>;
interface Replica {
  readonly life: Life;
  readonly setClock: (byMs: number) => void;
  readonly isDead: () => boolean;
  readonly die: () => void;
}

const nothing = (): void => undefined;
const log: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

const succeeds = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

async function untilDead(isDead: () => boolean): Promise<boolean> {
  while (!isDead()) await pass(500);
  return false;
}

/** Two replicas of reminder-service, and around them a store, a broker, a scheduler and chat-api, in this weather. */
export function aMesh(versions: readonly Task[], weather: Weather, dice: Dice) {
  const [store, publisher, jobs] = [
    inMemoryStateStore(clock),
    inMemoryPublisher(),
    inMemoryJobs(clock),
  ];
  const ids = countingIds();
  const replicas: Replica[] = [];
  const silences: number[] = [];
  let heard = 0;

  const expected = new Set<string>();
  const schedule = async (job: Job): Promise<void> => {
    await jobs.schedule(job);
    if (expected.has(job.name)) return;
    expected.add(job.name);
    const leftMs = job.at.getTime() - clock.now().getTime();
    later(leftMs, () => void ringJob(job.name));
    later(leftMs - EARLY_MS, () => {
      if (weather.is("the scheduler rings early")) void oneAlive().then((at) => ringOnce(job, at));
    });
  };

  const begin = (): Replica => {
    const reach = reachThrough(
      { store, publisher, jobs: { has: jobs.has, schedule } },
      weather,
      dice,
    );
    let setBy = 0;
    const own = steadyClock(log, {
      wall: () => DAY_BEGINS + passed() + setBy,
      running: passed,
      up: passed,
    });
    const life = aLife(
      { clock: own, ids, log, ...reach, checkTasks: (asked) => checkTasks(asked) },
      { wait: pass, sweepEveryMs: 1_000, tendEveryMs: 15_000 },
    );
    life.outbox.start();
    return { life, ...reach, setClock: (byMs) => void (setBy = byMs) };
  };

  const checkTasks = async ({ tasks }: TaskCheckRequest) => {
    await pass(dice.between(1, 5));
    if (weather.is("chat-api does not answer")) {
      await pass(300);
      silences.push(passed());
      throw new AppError("unavailable", "chat-api did not answer");
    }
    return { tasks: tasks.map(({ version }) => standingOf(version)) };
  };
  const standingOf = (version: number): TaskCheck => {
    const task = versions.findLast(({ updated_at }) => msOf(updated_at) <= passed());
    if (!task) return { standing: "gone" };
    return task.version > version ? { standing: "changed", task } : { standing: "same" };
  };

  const oneAlive = async (): Promise<Replica> => {
    for (;;) {
      const alive = replicas.filter(({ isDead }) => !isDead());
      const [first, ...more] = alive;
      if (first) return dice.of([first, ...more]);
      await pass(50);
    }
  };

  /** Rings a job until somebody is done with it. */
  const ringJob = async (name: string): Promise<void> => {
    const lateMs = weather.is("the scheduler rings late") ? dice.between(0, 8_000) : 0;
    await pass(lateMs + dice.between(0, 20));
    const ring = async (job: Job): Promise<void> => {
      if (job.name !== name || weather.is("the scheduler is away")) throw new Error("not now");
      if (weather.is("the scheduler rings twice")) void ringOnce(job, await oneAlive());
      if (!(await ringOnce(job, await oneAlive()))) throw new Error("not done");
    };
    while (await jobs.has(name)) {
      await jobs.ringDue(ring);
      await pass(AGAIN_MS);
    }
    expected.delete(name);
  };
  const ringOnce = ({ name, data }: Job, { life, isDead }: Replica): Promise<boolean> =>
    Promise.race([succeeds(life.timers.ring(name, data)), untilDead(isDead)]);

  const isTaken = async (some: readonly Task[]): Promise<boolean> => {
    const { life, isDead } = await oneAlive();
    // Two replicas of chat-api publish each in its own time.
    const inOrder = weather.is("news overtakes other news") ? some.toReversed() : some;
    return Promise.race([succeeds(life.hear(...inOrder)), untilDead(isDead)]);
  };
  /** What chat-api has told of, in order; who died with some of it in hand, or failed, gets it again. */
  const consume = async (): Promise<void> => {
    for (let next = versions[heard]; next; next = versions[heard]) {
      await pass(msOf(next.updated_at) - passed());
      await pass(weather.is("news is late") ? dice.between(1_000, 20_000) : dice.between(1, 40));
      if (weather.is("the broker is away")) continue;
      const some = versions.slice(heard, heard + dice.between(1, 3)).filter(isMade);
      // A consumer that takes over begins with what the one before has in hand.
      if (weather.is("news comes twice")) void hearAgain(some.slice(0, 1), 0);
      if (await isTaken(some)) heard += some.length;
      else await pass(dice.between(100, 3_000));
      if (weather.is("news comes twice")) void hearAgain([dice.of(some)], dice.between(0, 20_000));
    }
  };

  /** As a redelivery does, or an event that was set aside and is tried once more. */
  const hearAgain = async (tasks: readonly Task[], inMs: number): Promise<void> => {
    await pass(inMs);
    const { life } = await oneAlive();
    await succeeds(life.hear(...tasks));
  };
  const revive = async (at: number): Promise<void> => {
    await pass(dice.between(500, 12_000));
    replicas[at] = begin();
  };
  const setAClock = (byMs: number, lastsMs: number): void => {
    const { setClock } = dice.of(replicas);
    setClock(byMs);
    later(lastsMs, () => setClock(0));
  };
  weather.onset((fault, lastsMs) => {
    if (fault === "the scheduler loses its jobs") jobs.wipe();
    if (fault === "a clock is set forward") setAClock(HOUR_MS, lastsMs);
    if (fault === "a clock is set back") setAClock(-HOUR_MS, lastsMs);
    if (fault !== "a replica dies") return;
    const at = dice.between(0, REPLICAS - 1);
    if (replicas[at]?.isDead() !== false) return;
    replicas[at].die();
    void untilDead(replicas[at].isDead).then(() => revive(at));
  });

  // It was up before: the scheduler has what tells that it lost nothing.
  void jobs.schedule({ name: "reminders.sentinel", at: FAR_AWAY, data: {} });
  for (let n = 0; n < REPLICAS; n += 1) replicas.push(begin());
  void consume();
  return {
    store,
    publisher,
    /** How many versions there was news of, from the first on. */
    heard: (): number => heard,
    /** Whether chat-api did not answer just before; then what was known rings. */
    silentAt: (ms: number): boolean =>
      silences.some((silence) => Math.abs(silence - ms) < SILENT_FOR_MS),
  };
}
