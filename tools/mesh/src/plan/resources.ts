import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MeshOptions } from "./options.ts";
import { scopedComponents } from "./configuration-files.ts";
import { COMPONENTS } from "../parts/sidecar.ts";
import { ROOT } from "../machine/place.ts";

/**
 * The folder of components that the sidecars load: `dapr/components` as it stands, unless a file of it is swapped or
 * an app beside the services has topics; then a copy. Nothing else in a file is ever replaced: what differs by place
 * comes by the environment and the secret store.
 */
export function resourcesFolder(folder: string, options: MeshOptions): string {
  const origin = options.resources ?? join(ROOT, COMPONENTS);
  const { alternatives = [], extraApps = [] } = options;
  const haveTopics = extraApps.some(({ publishes, subscribes }) => publishes ?? subscribes);
  if (alternatives.length === 0 && !haveTopics) return origin;
  const copy = join(folder, "resources");
  rmSync(copy, { recursive: true, force: true });
  cpSync(origin, copy, { recursive: true });
  for (const [file, text] of scopedComponents(copy, extraApps)) writeFileSync(file, text);
  for (const name of alternatives) {
    const component = `${name.split("-")[0]}.yaml`;
    cpSync(join(ROOT, "dapr", "alternatives", `${name}.yaml`), join(copy, component));
  }
  return copy;
}
