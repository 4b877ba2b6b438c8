import { rmSync } from "node:fs";
import { removeCgroups } from "./cgroups.ts";
import { closeNamespaces } from "./namespaces.ts";
import { RUN } from "./places.ts";
import { restoreSysctls } from "./sysctls.ts";
import { until } from "./until.ts";

/** Ends the cluster, if there is one, and leaves the machine as it was. */
export async function down(): Promise<void> {
  await closeNamespaces();
  // The last of its processes may be gone a moment before its group is empty.
  await until("empty groups", () => succeeds(removeCgroups));
  restoreSysctls();
  rmSync(RUN, { recursive: true, force: true });
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
