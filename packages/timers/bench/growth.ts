/**
 * `node --conditions=@todo-mesh/source packages/timers/bench/growth.ts`: what it takes to set and to fire a timer, and to
 * look for overdue ones, while 1 000, 100 000 and 1 000 000 others are pending within a year. Processor time on a store in
 * memory: no sidecar, no network.
 */
import process from "node:process";
import { SECOND, DAY, aWorld } from "../test/a-world.ts";

const SIZES = process.argv.slice(2).map(Number);
const WITHIN_MS = 365 * DAY;
const AT_ONCE = 100;
const MEASURED = 1_000;
const SWEEPS = 60;

async function costsOf(pending: number) {
  const world = aWorld();
  const timers = world.aProcess();
  const at = (n: number) => world.from(DAY + ((n * 7_919_831) % WITHIN_MS));
  for (let from = 0; from < pending; from += AT_ONCE)
    await timers.setAll(
      Array.from({ length: Math.min(AT_ONCE, pending - from) }, (_, n) => ({
        name: `pending-${from + n}`,
        at: at(from + n),
        data: "pending",
      })),
    );
  await timers.sweep();

  const set = await microseconds(MEASURED, async () => {
    for (let n = 0; n < MEASURED; n += 1)
      await timers.setAt(`one-${n}`, world.from(10 * SECOND), `one-${n}`, `person-${n % 50}`);
  });
  world.clock.set(world.from(10 * SECOND));
  const fire = await microseconds(MEASURED, async () => timers.ringDue());
  if (world.fired().length !== MEASURED) throw new Error("Not all that were due have fired");
  const sweep = await microseconds(SWEEPS, async () => {
    for (let n = 1; n <= SWEEPS; n += 1) {
      world.clock.set(world.from((10 + n) * SECOND));
      await timers.sweep();
    }
  });
  await timers.close();
  return { set, fire, sweep };
}

async function microseconds(times: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

const print = (...cells: readonly (string | number)[]): void =>
  void process.stdout.write(
    `${cells.map((cell) => (typeof cell === "string" ? cell : cell.toFixed(0)).padEnd(16)).join("")}\n`,
  );

print("pending", "set, µs", "fire, µs", "sweep, µs");
// The first teaches the compiler.
await costsOf(1_000);
for (const pending of SIZES.length > 0 ? SIZES : [1_000, 100_000, 1_000_000]) {
  const { set, fire, sweep } = await costsOf(pending);
  print(pending.toLocaleString("en"), set, fire, sweep);
}
