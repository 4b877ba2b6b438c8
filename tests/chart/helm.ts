import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CHART, type ChartTools, ensureChartTools, KUBERNETES } from "@todo-mesh/chart";
import { execa } from "execa";
import { parseAllDocuments } from "yaml";
import { z } from "zod";

let made: Promise<ChartTools> | undefined;

/** Built by `make test-chart` before any test begins; here they are found. */
export const chartTools = async (): Promise<ChartTools> =>
  (made ??= ensureChartTools({
    env: process.env,
    report: (line) => void process.stderr.write(`${line}\n`),
  }));

/** The profiles of the chart, by their names. */
export const PROFILES: readonly string[] = readdirSync(join(CHART, "ci"))
  .map((file) => file.replace("-values.yaml", ""))
  .toSorted();

const valuesOf = (profile: string): string => join(CHART, "ci", `${profile}-values.yaml`);

export const HELMS = ["helm", "helm3"] as const;
export type Helm = (typeof HELMS)[number];

interface Wish {
  readonly profile?: string;
  readonly sets?: readonly string[];
  readonly by?: Helm;
  readonly release?: string;
  /** Kinds that the cluster has beside Kubernetes' own. */
  readonly has?: readonly string[];
}

const KNOWN = [
  "dapr.io/v1alpha1",
  "gateway.networking.k8s.io/v1",
  "keda.sh/v1alpha1",
  "monitoring.coreos.com/v1",
];

/** What Helm says of the chart: the manifests, or why not. */
export async function template({
  profile = "default",
  sets = [],
  by = "helm",
  release = "todo",
  has = KNOWN,
}: Wish = {}) {
  const args = ["template", release, CHART, "--namespace", "here", "--values", valuesOf(profile)];
  const { [by]: helm } = await chartTools();
  return helmSays(helm, [
    ...args,
    "--kube-version",
    KUBERNETES,
    ...has.flatMap((kind) => ["--api-versions", kind]),
    ...sets.flatMap((set) => ["--set-json", set]),
  ]);
}

export async function lint(profile: string, by: Helm) {
  const { [by]: helm } = await chartTools();
  return helmSays(helm, ["lint", "--strict", CHART, "--values", valuesOf(profile)]);
}

export async function helmSays(file: string, args: readonly string[], input = "") {
  const { failed, stdout, stderr } = await execa(file, args, { reject: false, input });
  return { ok: !failed, text: stdout, why: `${stderr}\n${failed ? stdout : ""}` };
}

const Manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});
export type Manifest = z.output<typeof Manifest>;

/** The manifests of a profile; throws where there are none. */
export async function manifests(wish: Wish = {}): Promise<Manifest[]> {
  const { ok, text, why } = await template(wish);
  if (!ok) throw new Error(why);
  const all = parseAllDocuments(text).map((document): unknown => document.toJS());
  return all.filter((one) => one !== null).map((one) => Manifest.parse(one));
}
