import { AppError, type OutgoingEvent, type StateStore, type Write } from "@todo-mesh/ports";
import { z } from "zod";
import type { aMesh } from "./a-mesh.ts";

type Mesh = ReturnType<typeof aMesh>;

/** What becomes of the next transaction of a process, as its sidecar sees it. */
export type Fate = "answer lost" | "never arrived" | "arrives late";

/** A life in which time may stand still (as by SIGSTOP) and end. */
function mortalLife(mesh: Mesh) {
  let dead = false;
  let running = Promise.resolve();
  let goOn = Promise.withResolvers<void>();
  const mayGoOn = async (): Promise<void> => {
    for (let now; now !== running; await now) now = running;
    if (dead) await new Promise<never>(() => undefined);
  };
  return {
    /** Time goes by for this process: not while it is paused, and never again once it is dead. */
    wait: async (ms: number, signal?: AbortSignal): Promise<void> => {
      await mesh.time.wait(ms, signal);
      await mayGoOn();
    },
    kill: (): void => void (dead = true),
    pause: (): void => {
      goOn.resolve();
      goOn = Promise.withResolvers<void>();
      running = goOn.promise;
    },
    resume: (): void => goOn.resolve(),
  };
}

/**
 * A process in a rough world: each call takes its time, there and back; it can be paused and
 * killed, and the answer to a transaction can be lost in three ways.
 */
export function roughProcess(
  mesh: Mesh,
  latency: () => number,
  watch: (writes: readonly Write[]) => void,
) {
  const life = mortalLife(mesh);
  let fate: Fate | undefined;

  const remote = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    await life.wait(latency());
    const [answer] = await Promise.allSettled([call()]);
    await life.wait(latency());
    if (answer.status === "fulfilled") return answer.value;
    throw answer.reason;
  };
  const commit = async (writes: readonly Write[]): Promise<void> => {
    await mesh.store.transact(writes);
    watch(writes);
  };
  const meetFate = async (met: Fate | undefined, writes: readonly Write[]): Promise<void> => {
    if (met === undefined) return commit(writes);
    const committed = () => commit(writes).catch(() => undefined);
    if (met === "answer lost") await committed();
    if (met === "arrives late") void mesh.time.wait(latency() * 400).then(committed);
    throw new AppError("unavailable", "the answer was lost");
  };
  const store: StateStore = {
    get: (key) => remote(() => mesh.store.get(key)),
    getMany: (keys) => remote(() => mesh.store.getMany(keys)),
    transact: (writes) => {
      const met = fate;
      fate = undefined;
      return remote(() => meetFate(met, writes));
    },
  };
  const broker = {
    publish: (events: readonly OutgoingEvent[]) => remote(() => mesh.broker.publish(events)),
  };
  return {
    ...life,
    ...mesh.aProcess({ store, broker, wait: life.wait }),
    next: (next: Fate): void => void (fate = next),
  };
}

const Row = z.object({ events: z.array(z.unknown()) });
const Head = z.object({ low_water: z.int() });

/** Holds each row against the rule: its number is below its writer's stored low-water mark + the window. */
export function windowWatch(mesh: Mesh, window: number) {
  const broken: string[] = [];
  const watch = (writes: readonly Write[]): void => {
    for (const write of writes) {
      if (!("put" in write) || !Row.safeParse(write.value).success) continue;
      const [, writer, n] = write.put.split(":");
      const head = Head.safeParse(mesh.store.rows().get(`outbox:${writer}`)?.value);
      if (!head.success || Number(n) >= head.data.low_water + window) broken.push(write.put);
    }
  };
  return { watch, broken };
}
