import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** A piece of a syntax tree, of which no more is known than that it may have a type. */
export type Tree = Readonly<Record<string, unknown>>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null;

/** What a process runs: neither tests nor what stands in for the world in them, nor the page, which a browser runs. */
export const productSources = (): string[] =>
  globSync("{services,packages}/*/src/**/*.ts", { cwd: ROOT })
    .filter((path) => !/\/(?:fakes|conformance|chat-ui)\//.test(path))
    .toSorted();

export function treeOf(path: string): Tree {
  const module: unknown = parseSync(readFileSync(join(ROOT, path), "utf8"), {
    syntax: "typescript",
    target: "es2024",
  });
  if (!isTree(module)) throw new TypeError(`${path} cannot be read as TypeScript`);
  return module;
}

/** The name of an identifier. */
export const nameOf = (tree: unknown): string =>
  isTree(tree) && typeof tree["value"] === "string" ? tree["value"] : "";

export const partsOf = (tree: Tree): Tree[] => Object.values(tree).flat().filter(isTree);

/** A tree and all below it. */
export function* everyPart(tree: Tree): Generator<Tree> {
  yield tree;
  for (const part of partsOf(tree)) yield* everyPart(part);
}
