import { join } from "node:path";
import { helm, kubectl } from "./kubectl.ts";
import { ROOT } from "./places.ts";

const CHARTS = join(ROOT, "charts");

/** Makes a namespace that lets in no pod that could harm its node. */
export async function makeNamespace(name: string): Promise<void> {
  const labels = { "pod-security.kubernetes.io/enforce": "restricted" };
  const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } };
  await kubectl(["apply", "-f", "-"], JSON.stringify(namespace));
}

/** Starts Kafka and PostgreSQL of `charts/demo` in a namespace, and waits for them. */
export async function startDemo(namespace: string): Promise<void> {
  const here = ["--namespace", namespace];
  await kubectl([...here, "apply", "-f", join(CHARTS, "demo")]);
  for (const name of ["demo-kafka", "demo-postgresql"])
    await kubectl([...here, "rollout", "status", `deployment/${name}`, "--timeout=120s"]);
}

/** Installs the mesh in a namespace, or brings it up to date, and waits until it is ready. */
export async function installMesh(namespace: string, args: readonly string[]): Promise<void> {
  const how = ["--namespace", namespace, "--wait", "--timeout", "4m"];
  await helm(["upgrade", "--install", "todo", join(CHARTS, "todo-mesh"), ...how, ...args]);
}

/** What `make cluster-up` installs. */
export const LAPTOP: readonly string[] = [
  "--values",
  join(CHARTS, "todo-mesh", "ci", "laptop-values.yaml"),
];
