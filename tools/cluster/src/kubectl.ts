import { join } from "node:path";
import { execa } from "execa";
import { KUBECONFIG, RUN } from "./places.ts";

/** The environment in which Helm and kubectl speak to the cluster. */
const clusterEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  KUBECONFIG,
  HELM_CACHE_HOME: join(RUN, "helm", "cache"),
  HELM_CONFIG_HOME: join(RUN, "helm", "config"),
  HELM_DATA_HOME: join(RUN, "helm", "data"),
});

/** Runs kubectl and gives what it prints; throws with what it complains of. */
export async function kubectl(args: readonly string[], input?: string): Promise<string> {
  return run("kubectl", args, input);
}

/** Runs Helm likewise. */
export async function helm(args: readonly string[]): Promise<string> {
  return run("helm", args);
}

async function run(name: string, args: readonly string[], input = ""): Promise<string> {
  const { stdout } = await execa(join(RUN, "bin", name), args, { env: clusterEnv(), input });
  return stdout;
}
