import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { makeImages } from "@todo-mesh/images";
import { daprVersion, ensureRuntime } from "@todo-mesh/runtime";
import { makeCgroups } from "./cgroups.ts";
import { makeCertificates, startControlPlane } from "./control-plane.ts";
import { installDapr } from "./dapr.ts";
import { down } from "./down.ts";
import { ensureClusterImages } from "./images.ts";
import { whyNoCluster } from "./machine.ts";
import { isUp, openNamespaces } from "./namespaces.ts";
import { loadImage, startContainerd, startNode } from "./node.ts";
import { HERE, KUBECONFIG, RUN } from "./places.ts";
import { type ClusterPrograms, ensureClusterPrograms } from "./programs.ts";
import { createSteps, type Step } from "./steps.ts";
import { recordSysctls } from "./sysctls.ts";

/** Starts a Kubernetes with Dapr in it, and our images on its node; what an earlier one left is taken away first. */
export async function up(report: (line: string) => void): Promise<void> {
  const why = whyNoCluster(process.env);
  if (why !== undefined) throw new Error(why);
  const step = createSteps(report);
  const programs = await step("programs", async () =>
    ensureClusterPrograms({ env: process.env, report }),
  );
  const archives = await step("images", async () => imagesOf(programs, report));
  if (existsSync(RUN)) await step("what was left of another cluster", down);
  try {
    await start(programs, step, archives);
  } catch (error) {
    // Its logs tell why; everything else of it would only be in the way.
    if (!isUp()) await down();
    throw error;
  }
}

async function imagesOf(programs: ClusterPrograms, report: (line: string) => void) {
  const runtime = await ensureRuntime({ report });
  const foreign = await ensureClusterImages(programs, runtime, { env: process.env, report });
  const ours = await makeImages(() => undefined);
  return [...foreign, ...ours.map(({ archive }) => archive)];
}

async function start(
  programs: ClusterPrograms,
  step: Step,
  archives: readonly string[],
): Promise<void> {
  await step("namespaces", async () => prepare(programs));
  await step("control plane", async () => startControlPlane(programs));
  await step("images onto the node", async () => {
    await startContainerd();
    for (const archive of archives) await loadImage(archive);
  });
  await step("node", async () => startNode(programs));
  await step("Dapr", async () => installDapr(await daprVersion()));
}

async function prepare(programs: ClusterPrograms): Promise<void> {
  mkdirSync(join(RUN, "bin"), { recursive: true });
  recordSysctls();
  makeCgroups();
  await openNamespaces(programs.kubernetes("pause"));
  await makeCertificates(join(HERE, "certs.sh"), join(RUN, "lib", "pki"));
  cpSync(join(RUN, "lib", "pki", "admin.kubeconfig"), KUBECONFIG);
  symlinkSync(programs.kubernetes("kubectl"), join(RUN, "bin", "kubectl"));
  symlinkSync(programs.helm, join(RUN, "bin", "helm"));
}
