import { join } from "node:path";
import { ensureChartTools, versionOf } from "@todo-mesh/chart";
import {
  DAPR_MODULE,
  daprLdflags,
  daprVersion,
  ensureMade,
  goPart,
  type GoProgram,
  type Surroundings,
} from "@todo-mesh/runtime";

const HERE = join(import.meta.dirname, "..");
const KUBERNETES = join(HERE, "k8s");
const COREDNS = join(HERE, "coredns");

export const DAPR_PROGRAMS = ["operator", "injector", "sentry", "scheduler", "placement"] as const;

/** What a cluster runs on; every path is absolute. */
export interface ClusterPrograms {
  readonly kubernetes: (name: keyof ReturnType<typeof kubernetesPrograms>) => string;
  readonly coredns: string;
  readonly dapr: (name: (typeof DAPR_PROGRAMS)[number]) => string;
  readonly helm: string;
}

/** Builds Kubernetes, etcd, CoreDNS and Dapr's control plane from Go modules, once into the user's cache: a quarter of an hour the first time. */
export async function ensureClusterPrograms(here: Surroundings): Promise<ClusterPrograms> {
  const parts = await partsOf(here.env);
  // One after the other: each has all processors.
  for (const part of Object.values(parts)) await ensureMade([part], here);
  const { helm } = await ensureChartTools(here);
  return {
    kubernetes: parts.kubernetes.program,
    coredns: parts.coredns.program("coredns"),
    dapr: parts.dapr.program,
    helm,
  };
}

async function partsOf(env: NodeJS.ProcessEnv) {
  return {
    kubernetes: await goPart(
      {
        title: "Kubernetes",
        module: KUBERNETES,
        programs: kubernetesPrograms(),
        sources: ["cmd/pause/main.go"],
      },
      env,
    ),
    coredns: await goPart(
      {
        title: "CoreDNS",
        module: COREDNS,
        programs: { coredns: { source: "." } },
        sources: ["main.go"],
      },
      env,
    ),
    dapr: await goPart(
      {
        title: "Dapr control plane",
        module: DAPR_MODULE,
        programs: daprPrograms(await daprVersion()),
      },
      env,
    ),
  };
}

function kubernetesPrograms() {
  const version = versionOf(KUBERNETES, "k8s.io/kubernetes");
  const [major = "", minor = ""] = version.slice(1).split(".");
  // A server that does not know its version says v0.0.0, and charts refuse it.
  const facts = { gitVersion: version, gitMajor: major, gitMinor: minor, gitTreeState: "clean" };
  const ldflags = ["k8s.io/component-base/version", "k8s.io/client-go/pkg/version"]
    .flatMap((where) => Object.entries(facts).map(([name, is]) => `-X ${where}.${name}=${is}`))
    .join(" ");
  const program = (name: string): GoProgram => ({
    source: `k8s.io/kubernetes/cmd/${name}`,
    ldflags,
  });
  return {
    "kube-apiserver": program("kube-apiserver"),
    "kube-controller-manager": program("kube-controller-manager"),
    "kube-scheduler": program("kube-scheduler"),
    "kube-proxy": program("kube-proxy"),
    kubelet: program("kubelet"),
    kubectl: program("kubectl"),
    etcd: { source: "go.etcd.io/etcd/server/v3" },
    pause: { source: "./cmd/pause" },
  };
}

function daprPrograms(version: string) {
  const ldflags = daprLdflags(version);
  const program = (name: string): GoProgram => ({
    source: `github.com/dapr/dapr/cmd/${name}`,
    ldflags,
  });
  return {
    operator: program("operator"),
    injector: program("injector"),
    sentry: program("sentry"),
    scheduler: program("scheduler"),
    placement: program("placement"),
  };
}
