import { fileURLToPath } from "node:url";
import { TASKS_TOPIC } from "@todo-mesh/contracts/events";
import type { ExtraApp } from "@todo-mesh/mesh";

/** The listener in Python, with a sidecar of its own. */
export const pythonApp = (): ExtraApp => ({
  appId: "python-listener",
  command: ["python3", fileURLToPath(new URL("../python/listener.py", import.meta.url))],
  subscribes: [TASKS_TOPIC],
});
