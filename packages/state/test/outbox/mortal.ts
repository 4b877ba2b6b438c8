import type { EventPublisher, StateStore } from "@todo-mesh/ports";
import type { aMesh } from "./a-mesh.ts";

const silence = (): Promise<never> => new Promise(() => undefined);
/** A process that ends between its commit and its publish, as by kill -9. */
export function mortal(mesh: ReturnType<typeof aMesh>) {
  let dead = false;
  const alive = <Result>(call: () => Promise<Result>) => (dead ? silence() : call());
  const store: StateStore = {
    get: (key) => alive(() => mesh.store.get(key)),
    getMany: (keys) => alive(() => mesh.store.getMany(keys)),
    transact: (writes) => alive(() => mesh.store.transact(writes)),
  };
  const broker: EventPublisher = { publish: silence };
  return { ...mesh.aProcess({ store, broker }), die: () => void (dead = true) };
}
