import { existsSync, mkdirSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { CGROUP } from "./places.ts";

const MOUNTED = "/sys/fs/cgroup";

/** Makes the group of the cluster wherever the machine keeps account: one tree, or one for each controller. */
export function makeCgroups(): void {
  for (const tree of trees()) mkdirSync(join(tree, CGROUP), { recursive: true });
}

/** Removes it and what is below; nothing runs there any more. */
export function removeCgroups(): void {
  for (const tree of trees()) removeGroup(join(tree, CGROUP));
}

function trees(): string[] {
  if (existsSync(join(MOUNTED, "cgroup.controllers"))) return [MOUNTED];
  return readdirSync(MOUNTED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(MOUNTED, name));
}

function removeGroup(group: string): void {
  if (!existsSync(group)) return;
  for (const entry of readdirSync(group, { withFileTypes: true }))
    if (entry.isDirectory()) removeGroup(join(group, entry.name));
  rmdirSync(group);
}
