import { loadConfig } from "@todo-mesh/kit";
import { startMesh } from "@todo-mesh/mesh";
import { z } from "zod";
import { machineFacts } from "../bench/machine.ts";
import { writeResults } from "../bench/result-file.ts";
import { spread } from "../bench/statistics.ts";
import { tally } from "../bench/tally.ts";
import { tell } from "../bench/tell.ts";
import { drift } from "./parts.ts";
import { soak } from "./soak.ts";
import { faultsOf, type Soaked } from "./verdict.ts";

const whole = z.coerce.number().int().positive();
const Settings = z.object({
  SOAK_MINUTES: whole.default(120),
  SOAK_ACTS_PER_SECOND: whole.default(5),
});

const LOOK_EVERY_MS = 30_000;
// A sweep, a restart of nothing: what is later than this was forgotten for a while.
const BOUNDS = { latestMs: 5_000, moreMemoryMb: 12, moreHandles: 12 };
// Renewed after half of it: a dozen times in two hours.
const IDENTITIES_LAST_MS = 20 * 60_000;

const { SOAK_MINUTES: minutes, SOAK_ACTS_PER_SECOND: actsPerSecond } = loadConfig(
  Settings,
  process.env,
);
const began = performance.now();
const mesh = await startMesh({
  durable: true,
  report: tell,
  identitiesLastMs: IDENTITIES_LAST_MS,
});
const soaked = await soak(mesh, {
  ms: minutes * 60_000,
  actsPerSecond,
  lookEveryMs: LOOK_EVERY_MS,
  onLook: (sofar) => tell(lineOf(sofar)),
}).finally(() => mesh.stop());

const renewals = (minutes * 60_000) / (IDENTITIES_LAST_MS / 2);
// All but the one at each end.
const renewedTimes = Math.max(0, Math.floor(renewals) - 2);
const faults = faultsOf(soaked, { ...BOUNDS, renewedTimes });
const parts = soaked.parts.map(({ name, memoryMb, handles }) => ({
  name,
  memory_mb: drift(memoryMb),
  handles: drift(handles),
  samples: { memory_mb: memoryMb, handles },
}));
process.stdout.write(`${lineOf(soaked)}\n`);
for (const { name, memory_mb, handles } of parts)
  process.stdout.write(
    `${name.padEnd(32)} ${went(memory_mb)} MB of its own, ${went(handles)} handles\n`,
  );
for (const fault of faults) process.stdout.write(`FAULT: ${fault}\n`);
const machine = await machineFacts();
const about = { soak: { minutes, actsPerSecond }, machine, parts, faults };
tell(`Also in ${await writeResults({ ...about, summary: lineOf(soaked) })}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function lineOf({ promised, shown, refused }: Soaked): string {
  const due = promised.filter(({ dueMs }) => dueMs < Date.now() - BOUNDS.latestMs);
  const { lost, doubled, early, lateness } = tally(due, shown);
  const at = `${Math.round((performance.now() - began) / 60_000)} min`;
  return `${at}: ${lateness.length} reminders, ${spread(lateness)} late; lost ${lost}, doubled ${doubled}, early ${early}; ${refused.length} requests failed`;
}

function went({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${Math.round(from)} → ${Math.round(to)}`.padStart(10);
}
