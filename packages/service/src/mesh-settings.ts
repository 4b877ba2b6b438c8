import { z } from "zod";

const LOOPBACK = "127.0.0.1";

const port = (what: string) =>
  z.coerce
    .number({ error: `give ${what}, a TCP port` })
    .int(`give ${what}, a whole number`)
    .min(1, `give ${what}, 1 to 65535`)
    .max(65_535, `give ${what}, 1 to 65535`);
const name = (what: string) => z.string({ error: `give ${what}` }).min(1);
const token = (what: string) =>
  z.string({ error: `give ${what}` }).min(16, `give ${what}, at least 16 characters`);

/** The two tokens that whoever starts the sidecar gives to both it and us. */
const tokens = {
  DAPR_API_TOKEN: token("the token that the sidecar asks of us"),
  APP_API_TOKEN: token("the token that we ask of the sidecar"),
};

/** The environment every service of the mesh has. Spread it into the service's own `z.object`. */
export const meshEnv = {
  ...tokens,
  MESH_PORT: port("the port for the sidecar's calls"),
  OPS_HOST: z.string().default(LOOPBACK),
  OPS_PORT: port("the port for probes and metrics"),
  DAPR_HTTP_PORT: port("the sidecar's HTTP port"),
  DAPR_GRPC_PORT: port("the sidecar's gRPC port"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  PUBSUB_NAME: name("the pub/sub component").default("pubsub"),
  PUBSUB_BROADCAST_NAME: name("the broadcast component").default("pubsub-broadcast"),
  STATE_STORE_NAME: name("the state store component").default("statestore"),
  SECRET_STORE_NAME: name("the secret store component").default("secretstore"),
};

/** What every service is told by its environment. A service with settings of its own puts them beside. */
export const meshSettings = (env: z.output<z.ZodObject<typeof meshEnv>>) => ({
  logLevel: env.LOG_LEVEL,
  mesh: { host: LOOPBACK, port: env.MESH_PORT, name: "mesh door" },
  ops: { host: env.OPS_HOST, port: env.OPS_PORT, name: "ops port" },
  sidecar: {
    httpPort: env.DAPR_HTTP_PORT,
    grpcPort: env.DAPR_GRPC_PORT,
    apiToken: env.DAPR_API_TOKEN,
  },
  appToken: env.APP_API_TOKEN,
  components: {
    pubsub: env.PUBSUB_NAME,
    broadcast: env.PUBSUB_BROADCAST_NAME,
    stateStore: env.STATE_STORE_NAME,
    secretStore: env.SECRET_STORE_NAME,
  },
});

export interface MeshSettings extends ReturnType<typeof meshSettings> {
  /** How long the state store may take to answer (5 s). */
  readonly stateTimeoutMs?: number;
}
