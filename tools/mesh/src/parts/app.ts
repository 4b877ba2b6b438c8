import { join } from "node:path";
import type { ServiceName } from "@todo-mesh/contracts";
import { ROOT } from "../machine/place.ts";
import { answers } from "../machine/probes.ts";
import type { Env, PartSpec } from "../life/spec.ts";
import type { Replica } from "./replica.ts";

/** How a service is run from its sources. */
export const serviceCommand = (service: ServiceName): readonly string[] => [
  "--conditions=@todo-mesh/source",
  // Without it the heap that start-up needs is kept for good.
  "--max-semi-space-size=4",
  join("services", service, "src", "main.ts"),
];

/** What a service, or any app, is told of its doors and its sidecar. No secrets. */
export function appEnv({ ports, sidecar }: Pick<Replica, "ports" | "sidecar">): Env {
  const doors = { PORT: ports.public, MESH_PORT: ports.mesh, OPS_PORT: ports.ops };
  const known = Object.entries({
    ...doors,
    APP_PORT: ports.mesh,
    DAPR_HTTP_PORT: sidecar.http,
    DAPR_GRPC_PORT: sidecar.grpc,
  });
  return Object.fromEntries(
    known.flatMap(([name, port]) => (port === undefined ? [] : [[name, String(port)]])),
  );
}

/** Ready when it says so itself, and its sidecar finds it well. */
export function appPart(replica: Replica & Required<Pick<Replica, "command">>, env: Env): PartSpec {
  const { name, command, cwd = ROOT, ports, sidecar } = replica;
  return {
    name,
    command,
    cwd,
    env,
    needs: [`${name}-sidecar`],
    ports: { ...ports },
    ready: async () =>
      (ports.ops === undefined || (await answers(`http://127.0.0.1:${ports.ops}/readyz`))) &&
      answers(`http://127.0.0.1:${sidecar.http}/v1.0/healthz`),
    stopSignal: "SIGTERM",
    graceMs: 15_000,
  };
}
