import { appEnvOf, sidecarEnvOf } from "./env.ts";
import type { MeshOptions } from "./options.ts";
import { appPart } from "../parts/app.ts";
import { kafkaPart } from "../parts/kafka.ts";
import { postgresPart, postgresUrl } from "../parts/postgres.ts";
import { redisPart } from "../parts/redis.ts";
import type { Replica } from "../parts/replica.ts";
import { schedulerPart } from "../parts/scheduler.ts";
import { sidecarPart } from "../parts/sidecar.ts";
import type { Place } from "./place.ts";
import type { ChoosePort } from "./ports.ts";
import { chooseReplicas } from "./replicas.ts";
import { resourcesFolder } from "./resources.ts";
import type { PartSpec } from "../life/spec.ts";

export interface Plan {
  readonly specs: readonly PartSpec[];
  readonly replicas: readonly Replica[];
  readonly kafkaBroker: string;
  readonly postgresUrl: string;
}

/** Everything that will run, with all its ports; nothing runs yet. */
export async function planMesh(
  place: Place,
  options: MeshOptions,
  choose: ChoosePort,
): Promise<Plan> {
  const kafka = { kafka: await choose(19_092), controller: await choose(19_093) };
  const postgres = { postgres: await choose(15_432) };
  const scheduler = {
    scheduler: await choose(15_006),
    health: await choose(15_007),
    metrics: await choose(15_008),
  };
  const redis = { redis: await choose(16_379) };
  const replicas = await chooseReplicas(options, choose);
  const store = stateStoreOf(options, {
    postgres: postgresPart(place, postgres),
    redis: redisPart(place, redis, options.redisServer),
  });
  const infrastructure = [...store, kafkaPart(place, kafka), schedulerPart(place, scheduler)];
  const kafkaBroker = `127.0.0.1:${kafka.kafka}`;
  const setup = {
    daprd: place.runtime.daprd,
    scheduler: scheduler.scheduler,
    resources: resourcesFolder(place.folder, options),
    names: options.names,
    needs: infrastructure.map(({ name }) => name),
  };
  const around = { place, options, kafkaBroker, redisHost: `127.0.0.1:${redis.redis}` };
  const pairs = replicas.flatMap((replica) => {
    const env = sidecarEnvOf(replica, around);
    const { command } = replica;
    const sidecar = sidecarPart(replica, { ...setup, env });
    return command
      ? [sidecar, appPart({ ...replica, command }, appEnvOf(replica, around))]
      : [sidecar];
  });
  const url = postgresUrl(place.secrets["postgres-password"], postgres.postgres);
  return { specs: [...infrastructure, ...pairs], replicas, kafkaBroker, postgresUrl: url };
}

/** The store that the component `statestore` speaks to; SQLite has no process. */
function stateStoreOf(
  { alternatives = [] }: MeshOptions,
  stores: { readonly postgres: PartSpec; readonly redis: PartSpec },
): PartSpec[] {
  if (alternatives.includes("statestore-sqlite")) return [];
  return [alternatives.includes("statestore-redis") ? stores.redis : stores.postgres];
}
