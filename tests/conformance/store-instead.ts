import { afterAll, beforeAll } from "@jest/globals";
import { createSidecar, daprStateStore, type Sidecar, waitForSidecar } from "@todo-mesh/dapr/parts";
import { type Mesh, type MeshOptions, startMesh } from "@todo-mesh/mesh";
import type { StateStore } from "@todo-mesh/ports";

/** A mesh of one sidecar, with another store in the place of PostgreSQL, for the tests around it. */
export function storeInstead(
  alternative: "statestore-sqlite" | "statestore-redis",
  more: () => Promise<MeshOptions> = async () => ({}),
): { store: () => StateStore } {
  let mesh: Mesh;
  let sidecar: Sidecar;
  beforeAll(async () => {
    const extraApps = [{ appId: "conformance" }];
    const options = { services: [], alternatives: [alternative], extraApps };
    mesh = await startMesh({ ...options, ...(await more()) });
    sidecar = createSidecar({ ...mesh.sidecar("conformance"), timeoutMs: 5_000 });
    await waitForSidecar(sidecar, { timeoutMs: 10_000 });
  }, 600_000);
  afterAll(async () => {
    sidecar?.close();
    await mesh?.stop();
  }, 60_000);
  return { store: () => daprStateStore(sidecar, { store: "statestore" }) };
}
