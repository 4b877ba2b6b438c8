import { cpSync } from "node:fs";
import { join } from "node:path";
import { kubectl } from "./kubectl.ts";
import { lastWords } from "./last-words.ts";
import { inside, startInside } from "./namespaces.ts";
import { HERE, NODE_ADDRESS, RUN } from "./places.ts";
import type { ClusterPrograms } from "./programs.ts";
import { until } from "./until.ts";

const CONFIG = "/var/lib/node";

/** Starts what makes pods run: containerd, and beside it names, addresses and the kubelet; nothing of it runs as a pod. */
export async function startNode(programs: ClusterPrograms): Promise<void> {
  const { kubernetes, coredns } = programs;
  await kubectl(["apply", "-f", join(HERE, "node", "coredns.yaml")]);
  startInside("coredns", [coredns, "-conf", `${CONFIG}/Corefile`]);
  startInside("kube-proxy", [kubernetes("kube-proxy"), `--config=${CONFIG}/proxy.yaml`]);
  startInside("kubelet", [
    kubernetes("kubelet"),
    `--config=${CONFIG}/kubelet.yaml`,
    "--kubeconfig=/var/lib/pki/kubelet.kubeconfig",
    "--hostname-override=node1",
    `--node-ip=${NODE_ADDRESS}`,
  ]);
  await until("Ready node", isReady, { seconds: 90, ...lastWords("kubelet") });
}

async function isReady(): Promise<boolean> {
  const path = '{.status.conditions[?(@.type=="Ready")].status}';
  return kubectl(["get", "node", "node1", "-o", `jsonpath=${path}`]).then(
    (status) => status === "True",
    () => false,
  );
}

/** Starts containerd, which can be given images before there is a node. */
export async function startContainerd(): Promise<void> {
  cpSync(join(HERE, "node"), join(RUN, "lib", "node"), { recursive: true });
  startInside("containerd", ["containerd", "--config", `${CONFIG}/containerd.toml`]);
  await until("containerd", answers, lastWords("containerd"));
}

const answers = async (): Promise<boolean> =>
  inside("ctr", ["version"]).then(
    () => true,
    () => false,
  );

/** Gives the node an image of an archive. */
export async function loadImage(archive: string): Promise<void> {
  await inside("ctr", ["--namespace", "k8s.io", "images", "import", archive]);
}

/** Kills a container at once, as a fault of its own would. */
export async function killContainer(id: string): Promise<void> {
  await inside("ctr", ["--namespace", "k8s.io", "tasks", "kill", "--signal", "SIGKILL", id]);
}
