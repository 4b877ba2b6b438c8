import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mesh } from "@todo-mesh/mesh";
import { z } from "zod";

const Secrets = z.record(z.string(), z.string());

/** A secret as it stands in the file behind the mesh's secret store. */
export function secretOf(mesh: Mesh, name: string): string {
  const text = readFileSync(join(mesh.folder, "secrets.json"), "utf8");
  const secret = Secrets.parse(JSON.parse(text))[name];
  if (secret === undefined) throw new Error(`The mesh has no secret ${name}`);
  return secret;
}
