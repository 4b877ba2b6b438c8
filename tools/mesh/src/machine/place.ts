import { chmodSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Runtime } from "@todo-mesh/runtime";
import type { Secrets } from "./secrets.ts";

/** The checkout. */
export const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

/** Compiled sources: a service starts faster from them, and in a fifth less memory. */
export const COMPILED = join(ROOT, "node_modules", ".cache", "todo-mesh");

/** What every part is built from: where things lie on this machine, and what is secret. */
export interface Place {
  /** Holds all that the mesh writes. */
  readonly folder: string;
  readonly postgresFolder: string;
  readonly runtime: Runtime;
  readonly secrets: Secrets;
  /** Whether data must survive a power cut; else only the death of any process. */
  readonly durable: boolean;
  /** How long certificates and the tokens for them last, if not as long as they do. */
  readonly identitiesLastMs?: number | undefined;
}

/** The folder of `make up`: `.mesh` in the checkout, unless `MESH_DIR` says otherwise. */
export const meshFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  resolve(ROOT, env["MESH_DIR"] || ".mesh");

export const kafkaFolderIn = (folder: string): string => join(folder, "kafka");

/** Sidecars find each other through the first; the others are SQLite's. */
export const namesFilesIn = (folder: string): readonly [string, ...string[]] => [
  join(folder, "names.db"),
  join(folder, "names.db-wal"),
  join(folder, "names.db-shm"),
];

export const logFolderIn = (folder: string): string => join(folder, "logs");

/** Only its owner looks into it: it holds secrets, logs and everybody's tasks. */
export function makeMeshFolder(folder: string): void {
  ownFolder(folder);
  ownFolder(logFolderIn(folder));
}

/** Makes a folder that is ours alone; refuses one that others made, can look into or put something into. */
function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = statSync(folder);
  const owners = [found.uid, lstatSync(folder).uid];
  if (!found.isDirectory() || owners.some((owner) => owner !== process.getuid?.()))
    throw new Error(
      `${folder} is no folder of yours, so the mesh keeps nothing in it: choose another with MESH_DIR`,
    );
  if ((found.mode & 0o077) !== 0)
    throw new Error(
      `${folder} is open to other users of this machine, so the mesh keeps nothing in it: look what is in it, then "chmod 700 ${folder}", or choose another with MESH_DIR`,
    );
}

/** Makes a folder inside of one that is ours alone, and closes one that an earlier version left open there. */
export function innerFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}
