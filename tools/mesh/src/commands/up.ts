import { ensureRuntime } from "@todo-mesh/runtime";
import { makeMeshFolder, meshFolder } from "../machine/place.ts";
import { goneWithin, signalAll } from "../life/processes.ts";
import { readState } from "../life/state-file.ts";
import { firstThings } from "./first-things.ts";
import { followStart } from "./follow-start.ts";
import { type KeeperProcess, livingState, startKeeper } from "./keeper-process.ts";
import { say } from "./say.ts";

const STOPS_WITHIN_MS = 90_000;

/** Starts the mesh unless it is up; returns when all of it is ready. An interrupt undoes the start. */
export async function up(interrupt: AbortSignal): Promise<number> {
  const folder = meshFolder();
  makeMeshFolder(folder);
  if (livingState(folder)?.phase === "up") {
    say("Todo Mesh is up already.");
    await firstThings(readState(folder)?.address);
    return 0;
  }
  try {
    await ensureRuntime({ report: say, signal: interrupt });
    await start(folder, interrupt);
    return 0;
  } catch (error) {
    if (!interrupt.aborted) throw error;
    say("The start is undone.");
    return 130;
  }
}

async function start(folder: string, interrupt: AbortSignal): Promise<void> {
  say("Starting Todo Mesh");
  const keeper = await startKeeper(folder);
  try {
    const ms = await followStart(folder, keeper, interrupt);
    say(`Todo Mesh is up after ${(ms / 1000).toFixed(1)} s.`);
    await firstThings(readState(folder)?.address);
  } catch (error) {
    if (interrupt.aborted) await undo(keeper);
    throw error;
  }
}

async function undo({ mark }: KeeperProcess): Promise<void> {
  say("Undoing the start");
  signalAll([mark], "SIGTERM");
  if (await goneWithin([mark], STOPS_WITHIN_MS)) return;
  throw new Error(`The keeper of the mesh (process ${mark.pid}) does not end; "make down" will.`);
}
