import type { Mesh } from "@todo-mesh/mesh";
import { until } from "@todo-mesh/ports/testing";

const EVERY_MS = 6_000;
const DEAD_FOR_MS = 1_000;

export interface Kill {
  readonly name: string;
  readonly atMs: number;
}

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Chance that is the same for one seed. */
function choiceOf(seed: number) {
  let state = seed;
  return <One>(some: readonly One[]): One | undefined => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return some[Math.floor((state / 2 ** 32) * some.length)];
  };
}

/** Kills one of these parts, if it runs, every 6 s, and starts it a second later, until told to end; then all of them run. */
export function killAtRandom(mesh: Mesh, names: readonly string[], seed: number) {
  const choose = choiceOf(seed);
  const [killed, revivals] = [new Array<Kill>(), new Array<Promise<unknown>>()];
  let ended = false;

  const revive = async (name: string): Promise<void> => {
    await pass(DEAD_FOR_MS);
    const part = mesh.part(name);
    // What it needs may be dead, too.
    const alive = async (): Promise<boolean> => {
      if (part.pid === undefined) await part.start();
      return part.state === "ready";
    };
    await until(`${name} runs again`, alive, 120_000);
  };
  const rounds = (async () => {
    for (;;) {
      await pass(EVERY_MS);
      if (ended) return;
      const name = choose(names.filter((one) => mesh.part(one).state === "ready"));
      if (name === undefined) continue;
      killed.push({ name, atMs: Date.now() });
      await mesh.part(name).kill();
      revivals.push(revive(name));
    }
  })();
  return {
    end: async (): Promise<readonly Kill[]> => {
      ended = true;
      await rounds;
      await Promise.all(revivals);
      return killed;
    },
  };
}
