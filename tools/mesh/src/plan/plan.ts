import { appEnvOf, sidecarEnvOf } from "./env.ts";
import type { MeshOptions } from "./options.ts";
import { appPart } from "../parts/app.ts";
import { kafkaPart } from "../parts/kafka.ts";
import { postgresPart, postgresUrl } from "../parts/postgres.ts";
import { redisPart } from "../parts/redis.ts";
import type { Replica } from "../parts/replica.ts";
import { schedulerPart } from "../parts/scheduler.ts";
import { sentryPart } from "../parts/sentry.ts";
import { sidecarPart } from "../parts/sidecar.ts";
import { configurationFileOf } from "./configuration-files.ts";
import type { Place } from "../machine/place.ts";
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
  const ports = await infrastructurePorts(options, choose);
  const replicas = await chooseReplicas(options, choose);
  const infrastructure = infrastructureOf(place, options, ports);
  const kafkaBroker = `127.0.0.1:${ports.kafka.kafka}`;
  const setup = {
    daprd: place.runtime.daprd,
    scheduler: ports.scheduler.scheduler,
    sentry: ports.sentry.sentry,
    resources: resourcesFolder(place.folder, options),
    names: options.names,
    needs: infrastructure.map(({ name }) => name),
  };
  const around = { place, options, kafkaBroker, redisHost: `127.0.0.1:${ports.redis.redis}` };
  const pairs = replicas.flatMap((replica) => {
    const env = sidecarEnvOf(replica, around);
    const { command } = replica;
    const configuration = configurationFileOf(replica.appId, place.folder, options.extraApps);
    const sidecar = sidecarPart(replica, { ...setup, configuration, env });
    return command
      ? [sidecar, appPart({ ...replica, command }, appEnvOf(replica, around))]
      : [sidecar];
  });
  const url = postgresUrl(place.secrets["postgres-password"], ports.postgres.postgres);
  return { specs: [...infrastructure, ...pairs], replicas, kafkaBroker, postgresUrl: url };
}

const infrastructurePorts = async ({ services }: MeshOptions, choose: ChoosePort) => ({
  kafka: { kafka: await choose(19_092), controller: await choose(19_093) },
  postgres: { postgres: await choose(15_432) },
  scheduler: {
    scheduler: await choose(15_006),
    health: await choose(15_007),
    metrics: await choose(15_008),
  },
  sentry: {
    // The Dapr CLI, for which no service is started here, looks for it nowhere else.
    sentry: await choose(services?.length === 0 ? 50_001 : 15_011),
    health: await choose(15_012),
    metrics: await choose(15_013),
  },
  redis: { redis: await choose(16_379) },
});
type InfrastructurePorts = Awaited<ReturnType<typeof infrastructurePorts>>;

function infrastructureOf(place: Place, options: MeshOptions, ports: InfrastructurePorts) {
  const store = stateStoreOf(options, {
    postgres: postgresPart(place, ports.postgres),
    redis: redisPart(place, ports.redis, options.redisServer),
  });
  return [
    ...store,
    kafkaPart(place, ports.kafka),
    sentryPart(place, ports.sentry),
    schedulerPart(place, ports.scheduler, ports.sentry.sentry),
  ];
}

/** The store that the component `statestore` speaks to; SQLite has no process. */
function stateStoreOf(
  { alternatives = [] }: MeshOptions,
  stores: { readonly postgres: PartSpec; readonly redis: PartSpec },
): PartSpec[] {
  if (alternatives.includes("statestore-sqlite")) return [];
  return [alternatives.includes("statestore-redis") ? stores.redis : stores.postgres];
}
