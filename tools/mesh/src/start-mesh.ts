import { existsSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { ensureRuntime, type Postgres } from "@todo-mesh/runtime";
import { endLeftovers } from "./life/leftovers.ts";
import { Mesh } from "./mesh.ts";
import type { MeshOptions } from "./plan/options.ts";
import { kafkaFolderIn, makeMeshFolder, namesFilesIn, type Place } from "./machine/place.ts";
import { writeConfigurations } from "./plan/configuration-files.ts";
import { type Plan, planMesh } from "./plan/plan.ts";
import { type ChoosePort, privatePorts } from "./plan/ports.ts";
import { ensureSecrets, rememberPostgres } from "./machine/secrets.ts";
import { prepareIdentities, renewTokens } from "./parts/identity.ts";
import { watchOver } from "./life/watchdog.ts";

/** Where the mesh of this folder lies, its secrets made and the real parts present. */
export async function placeIn(folder: string, options: MeshOptions): Promise<Place> {
  const { report = () => undefined, signal, durable = false, identitiesLastMs } = options;
  makeMeshFolder(folder);
  const runtime = await ensureRuntime({ report, ...(signal && { signal }) });
  const postgresFolder = await postgresFolderOf(folder, runtime.postgres);
  const secrets = ensureSecrets(folder);
  return { folder, postgresFolder, runtime, durable, secrets, identitiesLastMs };
}

/** Where root's PostgreSQL keeps its data outside of the folder, they are forgotten with the folder. */
async function postgresFolderOf(folder: string, postgres: Postgres): Promise<string> {
  const data = await postgres.dataFolder(folder);
  if (data.startsWith(folder + sep) || existsSync(kafkaFolderIn(folder))) return data;
  await rm(data, { recursive: true, force: true });
  return postgres.dataFolder(folder);
}

/**
 * Starts a mesh of its own on free ports of loopback; resolves when all of it is ready. It ends with
 * `stop()`, or with this process, however that ends. Without `dir` its data go with it.
 */
export async function startMesh(options: MeshOptions = {}): Promise<Mesh> {
  const passes = options.dir === undefined;
  const folder = resolve(options.dir ?? mkdtempSync(join(tmpdir(), "todo-mesh-")));
  const place = await placeIn(folder, options).catch(async (error: unknown) => {
    if (passes) await rm(folder, { recursive: true, force: true });
    throw error;
  });
  await endLeftovers(folder);
  const watchdog = await watchOver(folder, passes ? [folder, place.postgresFolder] : []);
  const ports = await privatePorts();
  const afterwards = async () => {
    ports.release();
    await watchdog.end();
  };
  const mesh = await planned(place, options, ports.choose).then(
    (plan) => new Mesh({ plan, place, options, afterwards }),
    async (error: unknown) => {
      await afterwards();
      throw error;
    },
  );
  await mesh.start(options.signal);
  return mesh;
}

/** Plans a mesh, and makes its folder ready for it. */
export async function planned(
  place: Place,
  options: MeshOptions,
  choose: ChoosePort,
): Promise<Plan> {
  const plan = await planMesh(place, options, choose);
  rememberPostgres(place.folder, place.secrets, plan.postgresUrl);
  prepareIdentities(place);
  renewTokens(
    place,
    plan.replicas.map(({ appId }) => appId),
  );
  writeConfigurations(place.folder, options.extraApps);
  // Whoever is named there from an earlier run is not there any more.
  for (const file of namesFilesIn(place.folder)) await rm(file, { force: true });
  return plan;
}
