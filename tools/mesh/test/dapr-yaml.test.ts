import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { SERVICES } from "@todo-mesh/contracts";
import { parse } from "yaml";
import { ROOT } from "../src/machine/place.ts";
import type { Env } from "../src/life/spec.ts";
import { aPlan } from "./fixtures.ts";

const read = (file: string): Record<string, unknown> =>
  parse(readFileSync(join(ROOT, file), "utf8"));

/** The value behind a flag of a command line; `true` for a flag that stands alone. */
function flagOf(command: readonly string[], flag: string): string | true | undefined {
  const at = command.indexOf(`--${flag}`);
  const value = command[at + 1];
  if (at < 0) return undefined;
  return value === undefined || value.startsWith("--") ? true : value;
}

interface Command {
  readonly command: readonly string[];
  readonly env: Env;
}
type Commands = Map<string, Command>;

/** What dapr.yaml would have to say of one service to start what `make up` starts. */
function appOf(appId: string, parts: Commands) {
  const { command, env } = parts.get(`${appId}-1`) ?? nothing;
  const { command: flags, env: sidecarEnv } = parts.get(`${appId}-1-sidecar`) ?? nothing;
  const number = (flag: string) => Number(flagOf(flags, flag));
  const doors = ["PORT", "MESH_PORT", "OPS_PORT"].filter((door) => door in env);
  return {
    appID: appId,
    appDirPath: ".",
    configFilePath: String(flagOf(flags, "config")).replace(ROOT, ""),
    appChannelAddress: flagOf(flags, "app-channel-address"),
    appPort: number("app-port"),
    daprHTTPPort: number("dapr-http-port"),
    daprGRPCPort: number("dapr-grpc-port"),
    daprInternalGRPCPort: number("dapr-internal-grpc-port"),
    metricsPort: number("metrics-port"),
    env: {
      ...Object.fromEntries(doors.map((door) => [door, env[door]])),
      DAPR_SENTRY_TOKEN_FILE: sidecarEnv["DAPR_SENTRY_TOKEN_FILE"]?.replace("/mesh", ".mesh"),
    },
    command: ["node_modules/.bin/node", ...command.slice(1)],
  };
}

/** What it would have to say of all of them. */
function commonOf(parts: Commands) {
  const { command: flags } = parts.get("chat-api-1-sidecar") ?? nothing;
  const { env } = parts.get("chat-api-1") ?? nothing;
  const inCheckout = (flag: string) => String(flagOf(flags, flag)).replace(ROOT, "");
  const shared = ["PUBLIC_HOST", "AUTH_MODE", "LOG_LEVEL"];
  return {
    resourcesPaths: [inCheckout("resources-path")],
    schedulerHostAddress: flagOf(flags, "scheduler-host-address"),
    apiListenAddresses: flagOf(flags, "dapr-listen-addresses"),
    appProtocol: flagOf(flags, "app-protocol"),
    enableAppHealthCheck: flagOf(flags, "enable-app-health-check"),
    appHealthCheckPath: flagOf(flags, "app-health-check-path"),
    appHealthProbeInterval: Number(flagOf(flags, "app-health-probe-interval")),
    env: Object.fromEntries(shared.map((name) => [name, env[name]])),
  };
}

const nothing: Command = { command: [], env: {} };

test("dapr.yaml starts what `make up` starts: apps, commands, ports, components, configuration", async () => {
  const parts = new Map((await aPlan()).specs.map((spec) => [spec.name, spec]));
  const apps = SERVICES.map((service) => appOf(service, parts));
  expect(read("dapr.yaml")).toEqual({ version: 1, common: commonOf(parts), apps });
});

test("how sidecars find each other is laid over the configuration, and is no part of it", () => {
  expect(read("dapr/configuration.yaml")).not.toHaveProperty("spec.nameResolution");
  expect(read("dapr/names-on-one-machine.yaml")).toHaveProperty("spec.nameResolution");
});
