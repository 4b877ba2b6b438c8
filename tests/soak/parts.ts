import type { Mesh } from "@todo-mesh/mesh";
import { handlesOf, memoryOf } from "../bench/processes.ts";
import { median } from "../bench/statistics.ts";

/** What a part was seen to hold, sample by sample. */
export interface PartHistory {
  readonly name: string;
  /** Each process it was; more than one: it died and was started again, or by somebody. */
  readonly pids: ReadonlySet<number | undefined>;
  readonly memoryMb: readonly number[];
  readonly handles: readonly number[];
}

/** Looks at every part of a mesh, once a call. */
export function watchParts(mesh: Mesh) {
  const histories = mesh.partNames().map((name) => ({
    name,
    pids: new Set<number | undefined>(),
    memoryMb: new Array<number>(),
    handles: new Array<number>(),
  }));
  return {
    histories: histories as readonly PartHistory[],
    look: (): void => {
      for (const { name, pids, memoryMb, handles } of histories) {
        const part = mesh.part(name);
        pids.add(part.pid);
        memoryMb.push(memoryOf(part).anonymousMb);
        handles.push(handlesOf(part));
      }
    },
  };
}

/** From what to what a row of samples went: the middle of its second and of its last quarter, the first being warm-up. */
export function drift(samples: readonly number[]): { readonly from: number; readonly to: number } {
  const quarter = Math.floor(samples.length / 4);
  return {
    from: median(samples.slice(quarter, 2 * quarter)),
    to: median(samples.slice(-quarter)),
  };
}
