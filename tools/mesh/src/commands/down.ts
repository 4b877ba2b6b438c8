import { endLeftovers } from "../life/leftovers.ts";
import { lockMeshWithin } from "../lock.ts";
import { makeMeshFolder, meshFolder } from "../machine/place.ts";
import { goneWithin, killAll, signalAll } from "../life/processes.ts";
import { livingState } from "./keeper-process.ts";
import { say } from "./say.ts";

const STOPS_WITHIN_MS = 90_000;

/** Stops the mesh; returns when every process of it is gone, also of one whose keeper was killed. */
export async function down(): Promise<void> {
  const folder = meshFolder();
  makeMeshFolder(folder);
  (await stopped(folder))();
}

/** Stops the mesh and keeps others from starting it until the answer is called. */
export async function stopped(folder: string): Promise<() => void> {
  const keeper = livingState(folder)?.keeper;
  if (keeper) {
    say("Stopping Todo Mesh");
    signalAll([keeper], "SIGTERM");
    if (!(await goneWithin([keeper], STOPS_WITHIN_MS))) await killAll([keeper]);
  }
  // One that is only just being started has written nothing yet, but holds the lock.
  const release = await lockMeshWithin(folder, STOPS_WITHIN_MS);
  const left = await endLeftovers(folder);
  if (left.length > 0) say(`Ended what was left running: ${left.join(", ")}.`);
  say(keeper || left.length > 0 ? "Todo Mesh is down." : "Todo Mesh was not up.");
  return release;
}
