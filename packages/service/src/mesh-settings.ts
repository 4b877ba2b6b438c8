import type { meshEnv } from "@todo-mesh/kit";
import type { z } from "zod";

const LOOPBACK = "127.0.0.1";

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
