import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** Whatever a cluster writes; it goes with the cluster. */
export const RUN = join(ROOT, ".cluster");

/** The files that a node is set up with. */
export const HERE = join(import.meta.dirname, "..");

/** The address of the node, and of the API server; only this machine has a way to it. */
export const NODE_ADDRESS = "10.203.0.1";
export const HOST_ADDRESS = "10.203.0.2";

/** The host's end of the way to the node. */
export const HOST_LINK = "todo-mesh";

/** The group of everything that runs in pods. */
export const CGROUP = "todo-mesh-cluster";

export const KUBECONFIG = join(RUN, "kubeconfig");
