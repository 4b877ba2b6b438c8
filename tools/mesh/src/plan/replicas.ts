import type { ExtraApp, MeshOptions } from "./options.ts";
import { type ServiceName, SERVICES } from "@todo-mesh/contracts";
import { serviceCommand } from "../parts/app.ts";
import type { Replica, SidecarPorts } from "../parts/replica.ts";
import type { ChoosePort } from "./ports.ts";

// Where `make up` likes its ports; each replica of each app one further on.
const MESH = 13_100;
const OPS = 13_200;
const SIDECAR = { http: 13_500, grpc: 13_600, internal: 13_700, metrics: 13_800 };
const PUBLIC = 8_080;
const APART = 10;

/** Every process that has a sidecar, with all its ports: the services first, in their order. */
export async function chooseReplicas(
  { services = SERVICES, replicas = {}, extraApps = [], publicPort = PUBLIC }: MeshOptions,
  choose: ChoosePort,
): Promise<Replica[]> {
  const all: Replica[] = [];
  for (const { service, i } of services.flatMap((one) => numbered(one, replicas[one])))
    all.push(await serviceReplica(service, { i, publicPort, choose }));
  for (const [i, app] of extraApps.entries()) all.push(await extraReplica(app, i, choose));
  return all;
}

const numbered = (service: ServiceName, count = 1) =>
  Array.from({ length: count }, (_, i) => ({ service, i }));

interface Choice {
  readonly i: number;
  readonly publicPort: number;
  readonly choose: ChoosePort;
}

async function serviceReplica(
  service: ServiceName,
  { i, publicPort, choose }: Choice,
): Promise<Replica> {
  const nth = SERVICES.indexOf(service) * APART + i;
  const ports = { mesh: await choose(MESH + nth), ops: await choose(OPS + nth) };
  return {
    appId: service,
    name: `${service}-${i + 1}`,
    command: [process.execPath, ...serviceCommand(service)],
    ports: service === "chat-api" ? { ...ports, public: await choose(publicPort + i) } : ports,
    sidecar: await chooseSidecar(choose, nth),
  };
}

async function extraReplica(app: ExtraApp, i: number, choose: ChoosePort): Promise<Replica> {
  const { port, ...rest } = app;
  const nth = SERVICES.length * APART + i;
  const mesh = port ?? (app.command && (await choose(MESH + nth)));
  return {
    ...rest,
    name: `${app.appId}-1`,
    ports: mesh === undefined ? {} : { mesh },
    sidecar: await chooseSidecar(choose, nth),
  };
}

const chooseSidecar = async (choose: ChoosePort, nth: number): Promise<SidecarPorts> => ({
  http: await choose(SIDECAR.http + nth),
  grpc: await choose(SIDECAR.grpc + nth),
  internal: await choose(SIDECAR.internal + nth),
  metrics: await choose(SIDECAR.metrics + nth),
});
