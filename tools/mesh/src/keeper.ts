import { writeDaprCliEnv } from "./dapr-cli-env.ts";
import { requirePort, settingsFrom } from "./keeper-settings.ts";
import { endLeftovers } from "./life/leftovers.ts";
import { markOf } from "./life/processes.ts";
import { forgetState, writeState } from "./life/state-file.ts";
import { lockMesh } from "./lock.ts";
import { Mesh } from "./mesh.ts";
import { makeMeshFolder, meshFolder } from "./machine/place.ts";
import { nearPorts } from "./plan/ports.ts";
import { placeIn, planned } from "./start-mesh.ts";

/** Another process keeps this mesh already. */
export const TAKEN = 3;

/** The one process that `make up` leaves behind: starts the parts, keeps them running, stops them. */
export async function keep(env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const folder = meshFolder(env);
  makeMeshFolder(folder);
  const release = lockMesh(folder);
  if (!release) return TAKEN;
  const told = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
    process.on(signal, () => told.abort(new Error(`The mesh is stopped (${signal})`)));
  try {
    await keepUntil(told.signal, folder, env);
    forgetState(folder);
    return 0;
  } catch (error) {
    if (!told.signal.aborted) return failed(folder, error);
    forgetState(folder);
    return 0;
  } finally {
    release();
  }
}

async function keepUntil(signal: AbortSignal, folder: string, env: NodeJS.ProcessEnv) {
  const left = await endLeftovers(folder);
  if (left.length > 0) report(`Ended what was left from before: ${left.join(", ")}.`);
  const options = { ...settingsFrom(env), report, signal };
  const place = await placeIn(folder, options);
  const plan = await planned(place, options, nearPorts());
  requirePort(options.publicPort, plan);
  const mesh = new Mesh({ plan, place, options });
  await mesh.start(signal);
  writeDaprCliEnv(folder, plan, place.secrets);
  report("Everything is ready.");
  await untilTold(signal);
  report("Stopping.");
  await mesh.stop();
}

function failed(folder: string, error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  report(message);
  const keeper = markOf(process.pid);
  if (keeper) writeState(folder, { phase: "failed", keeper, error: message, parts: [] });
  return 1;
}

/** Resolves when the signal comes, and keeps this process alive until then. */
const untilTold = async (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const alive = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });

const report = (line: string): void =>
  void process.stdout.write(`${new Date().toISOString()} ${line}\n`);
