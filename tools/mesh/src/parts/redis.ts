import { flags } from "../machine/flags.ts";
import type { Place } from "../machine/place.ts";
import { listens } from "../machine/probes.ts";
import { bareEnv, type PartSpec } from "../life/spec.ts";

const HOST = "127.0.0.1";
const IN_MEMORY = { save: "", appendonly: "no" };

/** Redis, if the state store is swapped for it. */
export function redisPart(
  { folder: dir }: Place,
  ports: { readonly redis: number },
  program = "redis-server",
): PartSpec {
  return {
    name: "redis",
    command: [program, ...flags({ bind: HOST, port: ports.redis, dir, ...IN_MEMORY })],
    env: bareEnv(),
    needs: [],
    ports,
    ready: async () => listens(ports.redis),
    stopSignal: "SIGTERM",
    graceMs: 5_000,
  };
}
