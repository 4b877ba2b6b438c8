import { join } from "node:path";
import { flags } from "../machine/flags.ts";
import { ROOT } from "../machine/place.ts";
import { answers, listens } from "../machine/probes.ts";
import type { Env, PartSpec } from "../life/spec.ts";
import { TRUST_DOMAIN } from "./identity.ts";
import type { Replica } from "./replica.ts";

export const COMPONENTS = join("dapr", "components");
const NAMES = join(ROOT, "dapr", "names-on-one-machine.yaml");

export interface SidecarSetup {
  readonly daprd: string;
  readonly scheduler: number;
  readonly sentry: number;
  /** The folder of components. */
  readonly resources: string;
  /** What this app may do and who may call it. */
  readonly configuration: string;
  /** How they find each other, when not by our own file. */
  readonly names?: string | undefined;
  readonly env: Env;
  /** The stores that its components open when it starts. */
  readonly needs: readonly string[];
}

export function sidecarPart(replica: Replica, setup: SidecarSetup): PartSpec {
  const { http } = replica.sidecar;
  return {
    name: `${replica.name}-sidecar`,
    command: [setup.daprd, ...sidecarArgs(replica, setup)],
    cwd: ROOT,
    env: setup.env,
    needs: setup.needs,
    ports: { ...replica.sidecar },
    ready: async () =>
      (await answers(`http://127.0.0.1:${http}/v1.0/healthz/outbound`)) &&
      (await appIsWell(replica)),
    stopSignal: "SIGTERM",
    graceMs: 20_000,
    // On a new database sidecars race to make the same tables, and PostgreSQL may end one of them for it.
    tries: 3,
  };
}

/** At its first start there is no app yet; one that is there already must have been found well. */
async function appIsWell({ ports, sidecar }: Replica): Promise<boolean> {
  if (ports.mesh === undefined || !(await listens(ports.mesh))) return true;
  return answers(`http://127.0.0.1:${sidecar.http}/v1.0/healthz`);
}

function sidecarArgs(
  { appId, ports, sidecar, mtls = true }: Replica,
  setup: SidecarSetup,
): string[] {
  return flags({
    "app-id": appId,
    ...(ports.mesh !== undefined && appFlags(ports.mesh)),
    "dapr-http-port": sidecar.http,
    "dapr-grpc-port": sidecar.grpc,
    "dapr-listen-addresses": "127.0.0.1",
    "dapr-internal-grpc-port": sidecar.internal,
    "dapr-internal-grpc-listen-address": "127.0.0.1",
    "metrics-port": sidecar.metrics,
    "metrics-listen-address": "127.0.0.1",
    ...(mtls && mtlsFlags(setup)),
    "resources-path": setup.resources,
    config: [setup.configuration, setup.names ?? NAMES],
    "dapr-graceful-shutdown-seconds": 5,
    // While the app drains it can still publish; the app's end ends the wait.
    "dapr-block-shutdown-duration": "5s",
  });
}

/** A job that comes due, or an event that arrives, while the app is away waits for it. */
const appFlags = (port: number) => ({
  "app-port": port,
  "app-protocol": "http",
  "app-channel-address": "127.0.0.1",
  "enable-app-health-check": true as const,
  "app-health-check-path": "/healthz",
  "app-health-probe-interval": 1,
});

/** Who it is, it shows to its peers and to the scheduler, which lets in nobody else. */
const mtlsFlags = (setup: SidecarSetup) => ({
  "scheduler-host-address": `127.0.0.1:${setup.scheduler}`,
  "enable-mtls": true as const,
  "sentry-address": `127.0.0.1:${setup.sentry}`,
  "control-plane-trust-domain": TRUST_DOMAIN,
  "control-plane-namespace": "default",
});
