import { until } from "../until.ts";
import { type Crash, crashingPorts } from "./crashing.ts";

/** At which of its commits a process ends, and how. */
export interface Death {
  readonly nth: number;
  readonly crash: Crash;
}

const DEATHS = ["dies before commit", "dies after commit"] as const;

/** Each death that a process of so many commits may die. */
export const deathsWithin = (commits: number): readonly Death[] =>
  DEATHS.flatMap((crash) => Array.from({ length: commits }, (_, n) => ({ nth: n + 1, crash })));

type Ports = Parameters<typeof crashingPorts>[0];

interface Life {
  work(): Promise<void>;
  close(): Promise<void>;
}

/** Lets a process work that is to die so. True when it did, and not if its work was done before. */
export async function diesAtWork(
  { nth, crash }: Death,
  ports: Ports,
  born: (ports: Ports) => Life,
): Promise<boolean> {
  const { isDead, ...process } = crashingPorts(ports);
  process.crash(crash, { afterCommits: nth - 1 });
  const life = born({ ...ports, ...process });
  let done = false;
  // What a dead process would still answer is of no interest, only that it is dead.
  void life.work().then(
    () => (done = true),
    () => undefined,
  );
  await until("it is done, or dead", () => done || isDead());
  await life.close();
  return isDead();
}
