import { join } from "node:path";
import type { MeshOptions } from "./options.ts";
import { appEnv } from "../parts/app.ts";
import type { Replica } from "../parts/replica.ts";
import { COMPILED, namesFilesIn, type Place } from "../machine/place.ts";
import { secretsFileIn, tokensOf } from "../machine/secrets.ts";
import { sentryEnv } from "../parts/sentry.ts";
import { bareEnv, type Env } from "../life/spec.ts";

interface EnvSources {
  readonly place: Pick<Place, "folder" | "secrets" | "runtime">;
  readonly options: Pick<MeshOptions, "env">;
  readonly kafkaBroker: string;
  readonly redisHost: string;
}

/** All that an app's process knows: a few names of this machine, its doors, the two tokens. */
export function appEnvOf(replica: Replica, { place, options: { env = {} } }: EnvSources): Env {
  return {
    ...bareEnv(),
    PUBLIC_HOST: "127.0.0.1",
    AUTH_MODE: "dev",
    LOG_LEVEL: "info",
    NODE_COMPILE_CACHE: COMPILED,
    // Who has a door for people shows them the page there.
    ...(replica.ports.public !== undefined && { PAGE_FOLDER: place.runtime.page }),
    ...env["*"],
    ...appEnv(replica),
    ...tokens(replica, place),
    ...env[replica.appId],
    ...env[replica.name],
  };
}

/** What differs by place in the files of `dapr/`, and what daprd itself reads. */
export function sidecarEnvOf(replica: Replica, sources: EnvSources): Env {
  const { place, kafkaBroker, redisHost } = sources;
  return {
    ...bareEnv(),
    ...tokens(replica, place),
    ...sentryEnv(place.folder, replica.appId),
    DAPR_HOST_IP: "127.0.0.1",
    KAFKA_BROKERS: kafkaBroker,
    REDIS_HOST: redisHost,
    SECRETS_FILE: secretsFileIn(place.folder),
    NAMES_FILE: namesFilesIn(place.folder)[0],
    STATE_FILE: join(place.folder, "state.db"),
    ...sources.options.env?.[`${replica.name}-sidecar`],
  };
}

function tokens({ appId }: Replica, { secrets }: Pick<Place, "secrets">): Env {
  const { apiToken, appToken } = tokensOf(secrets, appId);
  return { DAPR_API_TOKEN: apiToken, APP_API_TOKEN: appToken };
}
