import { meshEnv } from "@todo-mesh/kit";
import { z } from "zod";

/** All that reminder-service is told by its environment. */
export const Config = z.object(meshEnv).transform((env) => ({
  meshPort: env.MESH_PORT,
  ops: { host: env.OPS_HOST, port: env.OPS_PORT, name: "ops port" },
  sidecar: {
    httpPort: env.DAPR_HTTP_PORT,
    grpcPort: env.DAPR_GRPC_PORT,
    apiToken: env.DAPR_API_TOKEN,
  },
  appApiToken: env.APP_API_TOKEN,
  logLevel: env.LOG_LEVEL,
  pubsub: env.PUBSUB_NAME,
  stateStore: env.STATE_STORE_NAME,
}));
