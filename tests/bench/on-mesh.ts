import { type Mesh, type MeshOptions, startMesh } from "@todo-mesh/mesh";
import { PLENTY } from "../support/plenty.ts";
import { settings } from "./settings.ts";
import { tell } from "./tell.ts";

// One machine stands for many people here: no one of them may be told to slow down.
const NO_LIMIT = {
  ...PLENTY,
  REQUESTS_AT_ONCE: "1000",
  KEPT_ANSWERS_PER_DAY: "10000000",
  KEPT_ANSWERS_MB_PER_DAY: "10000",
};

/** Starts a mesh that keeps its data as the real one does, measures on it, and stops it whatever happens. */
export async function onMesh<Result>(
  options: MeshOptions,
  measure: (mesh: Mesh) => Promise<Result>,
): Promise<Result> {
  const { profileFolder } = settings;
  const mesh = await startMesh({
    durable: true,
    report: tell,
    ...options,
    env: {
      "chat-api": NO_LIMIT,
      ...(profileFolder !== undefined && {
        "*": { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profileFolder}` },
      }),
      ...options.env,
    },
  });
  try {
    return await measure(mesh);
  } finally {
    await mesh.stop();
  }
}
