import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "@jest/globals";
import type { MeshOptions } from "../src/plan/options.ts";
import type { Place } from "../src/machine/place.ts";
import { type Plan, planMesh } from "../src/plan/plan.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mesh-unit-"));
  folders.push(folder);
  return folder;
}

export const SECRETS = {
  "auth-dev-secret": "canary-auth",
  "postgres-password": "canary-postgres",
  "kafka-username": "todo_mesh",
  "kafka-password": "canary-kafka",
  "kafka-controller-password": "canary-controller",
  "kafka-operator-password": "canary-operator",
  "ops-token": "canary-ops",
  "token-key": "canary-tokens",
  "sentry-token-key": "canary-sentry",
};

export const aPlace = (folder = "/mesh"): Place => ({
  folder,
  postgresFolder: join(folder, "postgres"),
  runtime: {
    daprd: "/bin/daprd",
    scheduler: "/bin/scheduler",
    sentry: "/bin/sentry",
    placement: "/bin/placement",
    java: "/bin/java",
    kafkaClasspath: "/kafka/*",
    page: "/page",
    postgres: {
      binFolder: "/postgres/bin",
      dataFolder: async () => Promise.resolve(join(folder, "postgres")),
    },
  },
  secrets: SECRETS,
  durable: true,
});

/** The plan of a machine where every port is free. */
export const aPlan = async (options: MeshOptions = {}, place = aPlace()): Promise<Plan> =>
  planMesh(place, options, async (wanted) => Promise.resolve(wanted));
