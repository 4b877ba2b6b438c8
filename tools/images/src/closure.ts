import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";

const Names = z.record(z.string(), z.unknown()).default({});
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.unknown().optional(),
  dependencies: Names,
  optionalDependencies: Names,
  peerDependencies: Names,
});

/** A package that is needed at run time, and where it lies. */
export interface NeededPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  /** One of this checkout, of which only what was compiled is needed. */
  readonly ours: boolean;
}

export interface Closure {
  readonly packages: readonly NeededPackage[];
  /** Links by which packages find each other: where each lies, and what it says. */
  readonly links: ReadonlyMap<string, string>;
}

/** All that the package in `folder` needs at run time, itself first, by the links that the installation made in `root`. */
export function closureOf(folder: string, root: string): Closure {
  const links = new Map<string, string>();
  const found = new Map<string, NeededPackage>();
  const waiting = [realpathSync(folder)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(next, "package.json"), "utf8")));
    found.set(next, packageAt(next, manifest, root));
    for (const name of Object.keys({
      ...manifest.peerDependencies,
      ...manifest.optionalDependencies,
      ...manifest.dependencies,
    })) {
      const place = placeOf(name, next, root);
      if (place === undefined && name in manifest.dependencies)
        throw new Error(`${manifest.name} needs ${name}, which is not installed`);
      if (place === undefined) continue;
      if (lstatSync(place).isSymbolicLink()) links.set(place, readlinkSync(place));
      waiting.push(realpathSync(place));
    }
  }
  return { packages: [...found.values()], links };
}

function packageAt(
  folder: string,
  manifest: z.output<typeof Manifest>,
  root: string,
): NeededPackage {
  const { name, version, license } = manifest;
  const ours = !relative(root, folder).split("/").includes("node_modules");
  return {
    folder,
    name,
    version,
    license: typeof license === "string" ? license : undefined,
    ours,
  };
}

/** Beside it or below it, where the installation puts what it asked for itself; what is hoisted further up is there by chance. */
function placeOf(name: string, from: string, root: string): string | undefined {
  for (let folder = from; folder !== root; folder = dirname(folder)) {
    const beside = basename(folder) === "node_modules";
    const place = beside ? join(folder, name) : join(folder, "node_modules", name);
    if (existsSync(place)) return place;
    if (beside) return undefined;
  }
  return undefined;
}
