import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureMade, goPart, type Surroundings } from "@todo-mesh/runtime";
import { KUBERNETES, schemasPart } from "./schemas.ts";

const HERE = join(import.meta.dirname, "..");
const HELM = join(HERE, "helm");
const UNITTEST = join(HERE, "unittest");

/** What the chart is checked with; every path is absolute. */
export interface ChartTools {
  readonly helm: string;
  readonly helm3: string;
  readonly kubeconform: string;
  readonly unittest: string;
  /** A folder of JSON schemas, of Kubernetes and of Dapr's own kinds. */
  readonly schemas: string;
}

/** Builds Helm 3 and 4 and their checkers from Go modules, once into the user's cache: some minutes the first time. */
export async function ensureChartTools(here: Surroundings): Promise<ChartTools> {
  const { helm, unittest, schemas } = await partsOf(here.env);
  // One after the other: each has all processors.
  for (const part of [schemas, helm, unittest]) await ensureMade([part], here);
  return {
    helm: helm.program("helm"),
    helm3: helm.program("helm3"),
    kubeconform: helm.program("kubeconform"),
    unittest: unittest.program("helm-unittest"),
    schemas: schemas.folder,
  };
}

const partsOf = async (env: NodeJS.ProcessEnv) => ({
  helm: await goPart({ title: "Helm", module: HELM, programs: helmPrograms() }, env),
  unittest: await goPart(
    { title: "Helm unittest", module: UNITTEST, programs: UNITTEST_PROGRAMS },
    env,
  ),
  schemas: await schemasPart(env),
});

function helmPrograms() {
  const [, minor = ""] = KUBERNETES.split(".");
  const version = `-X helm.sh/helm/v3/internal/version.version=${versionOf(HELM, "helm.sh/helm/v3")}`;
  // Helm 3 takes these from its own releases' build; without them it takes every cluster for an old one.
  const kubernetes = ["pkg/chartutil", "pkg/lint/rules"].flatMap((one) => [
    `-X helm.sh/helm/v3/${one}.k8sVersionMajor=1`,
    `-X helm.sh/helm/v3/${one}.k8sVersionMinor=${minor}`,
  ]);
  return {
    helm: {
      source: "helm.sh/helm/v4/cmd/helm",
      ldflags: `-X helm.sh/helm/v4/internal/version.version=${versionOf(HELM, "helm.sh/helm/v4")}`,
    },
    helm3: { source: "helm.sh/helm/v3/cmd/helm", ldflags: [version, ...kubernetes].join(" ") },
    kubeconform: { source: "github.com/yannh/kubeconform/cmd/kubeconform" },
  };
}

const UNITTEST_PROGRAMS = {
  "helm-unittest": { source: "github.com/helm-unittest/helm-unittest/cmd/helm-unittest" },
};

/** The version of a dependency that a Go module of ours names. */
export function versionOf(module: string, dependency: string): string {
  const text = readFileSync(join(module, "go.mod"), "utf8");
  const line = text.split("\n").find((one) => one.trim().startsWith(`${dependency} v`));
  if (line === undefined) throw new Error(`go.mod of ${module} does not name ${dependency}`);
  return line.trim().split(" ")[1] ?? "";
}
