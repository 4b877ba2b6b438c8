import { expect, test } from "@jest/globals";
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
} from "fast-check";
import { z } from "zod";
import { aMesh, Happened } from "./a-mesh.ts";
import { type Fate, roughProcess, windowWatch } from "./fates.ts";

const PROCESSES = 3;
// Small, so that it fills up and what lies beyond it would be missed.
const WINDOW = 4;
const USERS = ["ada", "bob"];

// What happens to the service, and how long after the step before it.
const process = nat(PROCESSES - 1);
const step = record({
  after: oneof(nat(40), nat(40), nat(9_000)),
  what: oneof(
    { weight: 8, arbitrary: record({ change: process, user: constantFrom(...USERS) }) },
    { weight: 1, arbitrary: record({ kill: process }) },
    { weight: 1, arbitrary: record({ pause: process, ms: nat(30_000) }) },
    { weight: 1, arbitrary: record({ close: process }) },
    {
      weight: 2,
      arbitrary: record({
        fate: constantFrom<Fate>("answer lost", "never arrived", "arrives late"),
        of: process,
      }),
    },
    { weight: 1, arbitrary: record({ brokerAwayMs: nat(25_000) }) },
    { weight: 1, arbitrary: record({ storeAwayMs: nat(15_000) }) },
    { weight: 1, arbitrary: record({ brokerTakes: nat(3) }) },
  ),
});
type Step = typeof step extends Arbitrary<infer Value> ? Value : never;

/** A service of three processes: one that is killed or closed is followed by a new one. */
function roughService(latencies: readonly number[]) {
  const mesh = aMesh({ window: WINDOW });
  const { watch, broken } = windowWatch(mesh, WINDOW);
  let [calls, lives, changes] = [0, 0, 0];
  const latency = () => latencies[(calls += 1) % latencies.length] ?? 1;
  const begin = () => {
    const one = { ...roughProcess(mesh, latency, watch), name: `p${(lives += 1)}` };
    one.outbox.start();
    return one;
  };
  const processes = Array.from({ length: PROCESSES }, begin);
  const at = (index: number) => processes[index] ?? begin();

  return {
    mesh,
    broken,
    processes,
    at,
    replace: (index: number): void => void (processes[index] = begin()),
    change: (index: number, user: string): void => {
      const what = `${at(index).name}.${(changes += 1)}`;
      // Whoever asked hears of a failure; here it is the store that tells what was committed.
      at(index)
        .happen(what, user)
        .catch(() => undefined);
    },
    away: (setAway: (now: boolean) => void, ms: number): void => {
      setAway(true);
      void mesh.time.wait(ms).then(() => setAway(false));
    },
  };
}

function take(service: ReturnType<typeof roughService>, what: Step["what"]): void {
  const { mesh, at } = service;
  if ("change" in what) service.change(what.change, what.user);
  else if ("kill" in what) {
    at(what.kill).kill();
    service.replace(what.kill);
  } else if ("close" in what) {
    void at(what.close).outbox.close();
    service.replace(what.close);
  } else if ("pause" in what) {
    at(what.pause).pause();
    void mesh.time.wait(what.ms).then(at(what.pause).resume);
  } else if ("fate" in what) at(what.of).next(what.fate);
  else if ("brokerTakes" in what) mesh.broker.failNext(what.brokerTakes);
  else if ("brokerAwayMs" in what) service.away(mesh.broker.setAway, what.brokerAwayMs);
  else service.away(mesh.store.setAway, what.storeAwayMs);
}

/** Lives through the steps, then through two quiet minutes; hands back what came of it. */
async function live(steps: readonly Step[], latencies: readonly number[]) {
  const service = roughService(latencies);
  const { mesh, broken, processes } = service;
  for (const { after, what } of steps) {
    await mesh.time.pass(after);
    take(service, what);
  }
  await mesh.time.pass(120_000);
  return { mesh, broken, unsent: processes.map(({ outbox }) => outbox.unsent()) };
}

const Told = z.object({
  key: z.string(),
  event: z.looseObject({ subject: z.string(), data: Happened.data }),
});

test("whatever dies, is paused or goes missing: what was committed is told, in order, what was not is not, and nothing is left behind", async () => {
  await assert(
    asyncProperty(
      array(step, { minLength: 5, maxLength: 40 }),
      array(integer({ min: 1, max: 30 }), { minLength: 7, maxLength: 13 }),
      async (steps, latencies) => {
        const { mesh, broken, unsent } = await live(steps, latencies);
        const committed = [...mesh.store.rows().keys()]
          .filter((key) => key.startsWith("happened:"))
          .map((key) => key.slice("happened:".length));
        const told = mesh.broker.published.map((event) => Told.parse(event));
        const first = new Map(told.toReversed().map((event) => [event.event.subject, event]));

        expect([...first.keys()].toSorted()).toEqual(committed.toSorted());
        expect(outOfOrder(told)).toEqual([]);
        expect(broken).toEqual([]);
        expect(unsent).toEqual([0, 0, 0]);
        expect(mesh.left()).toHaveLength(PROCESSES);
        expect(mesh.store.rows().get("outbox")?.value).toMatchObject({
          writers: { length: PROCESSES },
        });
      },
    ),
    { numRuns: Number(globalThis.process.env["MODEL_RUNS"] ?? 60) },
  );
}, 60_000);

/** Events of one process and user that were first told before one that happened earlier. */
function outOfOrder(told: readonly z.infer<typeof Told>[]): string[] {
  const latest = new Map<string, number>();
  const seen = new Set<string>();
  return told.flatMap(({ key, event: { subject, data } }) => {
    if (seen.has(subject)) return [];
    seen.add(subject);
    const line = `${subject.split(".")[0]} ${key}`;
    const wrong = data.count < (latest.get(line) ?? 0);
    latest.set(line, data.count);
    return wrong ? [subject] : [];
  });
}
