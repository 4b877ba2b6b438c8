import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { MeshOptions } from "./options.ts";
import { COMPONENTS } from "../parts/sidecar.ts";
import { ROOT } from "../machine/place.ts";

/**
 * The folder of components that the sidecars load: `dapr/components` as it stands, unless a file of
 * it is swapped; then a copy. Nothing in a file is ever replaced: what differs by place comes by the
 * environment and the secret store.
 */
export function resourcesFolder(folder: string, options: MeshOptions): string {
  const origin = options.resources ?? join(ROOT, COMPONENTS);
  const { alternatives = [] } = options;
  if (alternatives.length === 0) return origin;
  const copy = join(folder, "resources");
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const file of readdirSync(origin)) cpSync(join(origin, file), join(copy, file));
  for (const name of alternatives) {
    const component = `${name.split("-")[0]}.yaml`;
    cpSync(join(ROOT, "dapr", "alternatives", `${name}.yaml`), join(copy, component));
  }
  return copy;
}
