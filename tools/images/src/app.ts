import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { type Closure, closureOf, type NeededPackage } from "./closure.ts";
import { sbomOf } from "./sbom.ts";

export interface AppImage {
  /** The image, and the folder of what it runs. */
  readonly name: string;
  readonly folder: string;
  /** What else lies beside it, by its name there. */
  readonly extra?: Readonly<Record<string, string>>;
}

interface Layout {
  readonly root: string;
  readonly version: string;
  readonly revision: string;
  /** Packages of Debian, for the list of parts. */
  readonly debian: readonly { readonly name: string; readonly version: string }[];
}

/** Lays out what one image holds beside Node: compiled sources, their dependencies, the list of its parts. */
export function layOutApp(
  { name, folder, extra = {} }: AppImage,
  into: string,
  layout: Layout,
): void {
  const { root, version, revision } = layout;
  const closure = closureOf(join(root, folder), root);
  copyClosure(closure, root, into);
  for (const [what, from] of Object.entries(extra))
    cpSync(from, join(into, what), { recursive: true });
  const start = `./${folder}/dist/src/main.js`;
  writeFileSync(join(into, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(into, "main.js"), mainOf(start, `${name} ${version} ${revision}`.trim()));
  const sbom = sbomOf({ name, version }, closure.packages, layout.debian);
  writeFileSync(join(into, "sbom.cdx.json"), `${JSON.stringify(sbom, undefined, 2)}\n`);
}

const mainOf = (start: string, version: string): string =>
  `if (process.argv[2] === "--version") process.stdout.write(${JSON.stringify(`${version}\n`)});\nelse await import(${JSON.stringify(start)});\n`;

function copyClosure({ packages, links }: Closure, root: string, into: string): void {
  const at = (path: string): string => join(into, relative(root, path));
  for (const one of packages) copyPackage(one, at(one.folder));
  for (const [link, target] of links) {
    mkdirSync(dirname(at(link)), { recursive: true });
    symlinkSync(target, at(link));
  }
}

function copyPackage({ folder, ours }: NeededPackage, to: string): void {
  cpSync(folder, to, {
    recursive: true,
    // A package's own dependencies come by the links, and of ours only what was compiled for them.
    filter: (file) => {
      const inside = relative(folder, file).split(sep);
      if (inside.includes("node_modules")) return false;
      return ours ? isCompiled(inside) : isNeeded(basename(file));
    },
  });
}

function isCompiled(inside: readonly string[]): boolean {
  const path = inside.join("/");
  if (["", "dist", "dist/src", "package.json"].includes(path)) return true;
  return path.startsWith("dist/src/") && !/\.(?:map|d\.ts)$/.test(path);
}

const FOR_READERS = /\.(?:map|[cm]?ts|md|markdown|flow)$/i;
const ITS_LICENCE = /^(?:licen[cs]e|notice|copying)/i;

/** Whether it is read by a program or by a lawyer: no types, no maps, no manuals. */
const isNeeded = (name: string): boolean => !FOR_READERS.test(name) || ITS_LICENCE.test(name);
