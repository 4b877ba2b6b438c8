import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ServiceName, SERVICES } from "@todo-mesh/contracts";
import { configurationOf, type Rights } from "./configuration.ts";
import type { ExtraApp } from "./options.ts";
import { scopedComponent, type TopicRights } from "./scopes.ts";
import { innerFolder, ROOT } from "../machine/place.ts";
import { COMPONENTS } from "../parts/sidecar.ts";

const HEAD =
  "# Made of ../configuration.yaml and the table CALLS of packages/contracts by `pnpm configurations`.\n";

const SECRETS: Partial<Record<ServiceName, readonly string[]>> = {
  "chat-api": ["auth-dev-secret", "model-api-key"],
  "reminder-service": ["ops-token"],
};

const SERVICE_FOLDER = join(ROOT, "dapr", "configurations");
const folderIn = (mesh: string): string => join(mesh, "configurations");

const common = (): string => readFileSync(join(ROOT, "dapr", "configuration.yaml"), "utf8");

/** The configuration of each service, by the file that it stands in. */
export const serviceConfigurations = (): ReadonlyMap<string, string> =>
  new Map(
    SERVICES.map((appId) => {
      const text = configurationOf({ appId, secrets: SECRETS[appId] ?? [] }, common());
      return [join(SERVICE_FOLDER, `${appId}.yaml`), HEAD + text];
    }),
  );

const COMPONENT_FOLDER = join(ROOT, COMPONENTS);

/** The components of which the tables of topics say who may use them, by their files. */
export const scopedComponents = (
  folder: string = COMPONENT_FOLDER,
  apps: readonly TopicRights[] = [],
): ReadonlyMap<string, string> =>
  new Map(
    (["pubsub", "pubsub-broadcast"] as const).map((by) => {
      const file = join(folder, `${by}.yaml`);
      return [file, scopedComponent(readFileSync(file, "utf8"), by, apps)];
    }),
  );

/** Those of apps that are no services are made with each mesh. */
export function writeConfigurations(mesh: string, apps: readonly ExtraApp[] = []): void {
  innerFolder(folderIn(mesh));
  for (const app of apps) {
    const rights: Rights = app;
    writeFileSync(join(folderIn(mesh), `${app.appId}.yaml`), configurationOf(rights, common()));
  }
}

/** The file that the sidecar of an app reads. */
export function configurationFileOf(appId: string, mesh: string, apps: readonly ExtraApp[] = []) {
  const isExtra = apps.some((app) => app.appId === appId);
  return join(isExtra ? folderIn(mesh) : SERVICE_FOLDER, `${appId}.yaml`);
}
