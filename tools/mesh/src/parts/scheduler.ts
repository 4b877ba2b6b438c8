import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { flags } from "../machine/flags.ts";
import type { Place } from "../machine/place.ts";
import { answers } from "../machine/probes.ts";
import { bareEnv, type PartSpec } from "../life/spec.ts";
import { anchorsIn, SCHEDULER, TRUST_DOMAIN } from "./identity.ts";
import { sentryEnv } from "./sentry.ts";

interface SchedulerPorts {
  readonly scheduler: number;
  readonly health: number;
  readonly metrics: number;
}

const ID = "dapr-scheduler-server-0";

export function schedulerPart(place: Place, ports: SchedulerPorts, sentry: number): PartSpec {
  const { folder } = place;
  const data = join(folder, "scheduler");
  return {
    name: "scheduler",
    command: [place.runtime.scheduler, ...schedulerArgs(ports, { folder, data, sentry })],
    // Its etcd is reached by a socket file in the folder that it runs in, where only its owner gets to.
    cwd: data,
    env: { ...bareEnv(), ...sentryEnv(folder, SCHEDULER) },
    needs: ["sentry"],
    ports: { ...ports },
    prepare: async () => void (await mkdir(data, { recursive: true, mode: 0o700 })),
    ready: async () => answers(`http://127.0.0.1:${ports.health}/healthz`),
    stopSignal: "SIGTERM",
    graceMs: 10_000,
    data: [data],
  };
}

const schedulerArgs = (
  ports: SchedulerPorts,
  { folder, data, sentry }: { folder: string; data: string; sentry: number },
): string[] =>
  flags({
    // Whoever calls shows a certificate, and gets at the jobs of the app that it names alone.
    "tls-enabled": true,
    "trust-anchors-file": anchorsIn(folder),
    "trust-domain": TRUST_DOMAIN,
    "sentry-address": `127.0.0.1:${sentry}`,
    mode: "standalone",
    id: ID,
    "listen-address": "127.0.0.1",
    port: ports.scheduler,
    "override-broadcast-host-port": `127.0.0.1:${ports.scheduler}`,
    "healthz-listen-address": "127.0.0.1",
    "healthz-port": ports.health,
    "metrics-listen-address": "127.0.0.1",
    "metrics-port": ports.metrics,
    "etcd-data-dir": data,
    // etcd keeps in memory where each revision lies until it is compacted, and each entry of its log until there is a
    // snapshot. Dapr waits for a million and for a hundred thousand of them: days in which its memory only grows.
    "etcd-compaction-mode": "periodic",
    "etcd-compaction-retention": "10m",
    "etcd-snapshot-count": 10_000,
  });
