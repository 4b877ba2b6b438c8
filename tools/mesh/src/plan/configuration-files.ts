import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ServiceName, SERVICES } from "@todo-mesh/contracts";
import { configurationOf, type Rights } from "./configuration.ts";
import type { ExtraApp } from "./options.ts";
import { scopedComponent } from "./scopes.ts";
import { innerFolder, ROOT } from "../machine/place.ts";

const HEAD =
  "# Made of ../configuration.yaml and the table CALLS of packages/contracts by `pnpm configurations`.\n";

const SECRETS: Partial<Record<ServiceName, readonly string[]>> = {
  "chat-api": ["auth-dev-secret"],
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

const BROADCAST = "pubsub-broadcast";
const BROADCAST_FILE = join(ROOT, "dapr", "components", `${BROADCAST}.yaml`);

/** The components of which the table of listeners says who may use them, by their files. */
export const scopedComponents = (): ReadonlyMap<string, string> =>
  new Map([[BROADCAST_FILE, scopedComponent(readFileSync(BROADCAST_FILE, "utf8"), BROADCAST)]]);

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
