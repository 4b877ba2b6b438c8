import { type ServiceName, SERVICES } from "@todo-mesh/contracts";
import type { MeshOptions } from "./plan/options.ts";
import type { Plan } from "./plan/plan.ts";

/** How `make up` runs a mesh: kept running, durable, and set up by its environment. */
export function settingsFrom(env: NodeJS.ProcessEnv) {
  // Apps see the settings that `make up` was given, but not doors and flags that are not theirs.
  const { PORT, NODE_OPTIONS: _, ...rest } = env;
  const settings = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    restart: true,
    durable: true,
    env: { "*": Object.fromEntries(settings) },
    ...(PORT && { publicPort: portFrom(PORT) }),
    ...(env["SERVICES"] && { services: servicesFrom(env["SERVICES"]) }),
  } satisfies MeshOptions;
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT is ${text}, which is no port: it is a number from 1 to 65535`);
}

function servicesFrom(list: string): ServiceName[] {
  if (list === "none") return [];
  const named = list.split(",").map((name) => name.trim());
  return named.map((name) => {
    const service = SERVICES.find((one) => one === name);
    if (service) return service;
    throw new Error(
      `There is no service ${name}: SERVICES is "none", or some of ${SERVICES.join(", ")}`,
    );
  });
}

/** A port that a person asked for is that port or an error. */
export function requirePort(wanted: number | undefined, { replicas }: Plan): void {
  const door = replicas.find(({ ports }) => ports.public !== undefined)?.ports.public;
  if (wanted === undefined || door === undefined || door === wanted) return;
  throw new Error(
    `Port ${wanted} of 127.0.0.1 is taken: choose another with PORT=, or none at all`,
  );
}
