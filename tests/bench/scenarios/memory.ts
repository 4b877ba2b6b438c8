import { setTimeout as quiet } from "node:timers/promises";
import type { Figure, Scenario } from "../figure.ts";
import { onMesh } from "../on-mesh.ts";
import { memoryOf } from "../processes.ts";
import { readable } from "../statistics.ts";

const QUIET_MS = 20_000;

/** What each part of the mesh keeps in memory when nobody asks it anything. */
export const memory: Scenario = {
  name: "memory",
  measure: async () =>
    onMesh({}, async (mesh) => {
      await quiet(QUIET_MS);
      return mesh.partNames().map((name): Figure => {
        const bar = barOf(name);
        const { processes, rssMb, anonymousMb } = memoryOf(mesh.part(name));
        const ofSeveral =
          processes > 1 ? ` in ${processes} processes, what they share counted in each` : "";
        return {
          figure: `memory, idle, ${name}`,
          measured: rssMb,
          unit: "MB",
          ...(bar !== undefined && { bar }),
          note: `resident; ${readable(anonymousMb)} MB of it its own, not from files${ofSeveral}`,
          details: { rssMb, anonymousMb, processes },
        };
      });
    }),
};

function barOf(part: string): string | undefined {
  if (part.endsWith("-sidecar")) return "≤ 60 MB";
  return /-\d+$/.test(part) ? "≤ 110 MB" : undefined;
}
