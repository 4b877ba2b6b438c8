import { z } from "zod";

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
  OPS_HOST: z.string().default("127.0.0.1"),
  OPS_PORT: port("the port for probes and metrics"),
  DAPR_HTTP_PORT: port("the sidecar's HTTP port"),
  DAPR_GRPC_PORT: port("the sidecar's gRPC port"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  PUBSUB_NAME: name("the pub/sub component").default("pubsub"),
  PUBSUB_BROADCAST_NAME: name("the broadcast component").default("pubsub-broadcast"),
  STATE_STORE_NAME: name("the state store component").default("statestore"),
  SECRET_STORE_NAME: name("the secret store component").default("secretstore"),
};

/**
 * Reads the whole environment once. An empty variable counts as absent. Throws one error that lists
 * every fault, a line each, with the variable's name and what to give it; never its value.
 */
export function loadConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => faultOf(issue, given));
  throw new ConfigError([...new Set(faults)]);
}

function faultOf({ path, message }: z.core.$ZodIssue, given: Record<string, unknown>): string {
  const variable = String(path[0] ?? "environment");
  const isSet = path.length === 0 || variable in given;
  return `${variable} ${isSet ? "is not right" : "is not set"}: ${message}`;
}

/** The environment cannot be used. Its stack is its message: the reader needs the list, not our frames. */
class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(faults: readonly string[]) {
    super(["The environment is not complete:", ...faults.map((fault) => `  ${fault}`)].join("\n"));
    this.stack = this.message;
  }
}
