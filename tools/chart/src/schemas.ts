import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderFor, goFolderOf, type Part } from "@todo-mesh/runtime";
import { parse } from "yaml";
import { z } from "zod";
import { type JsonSchema, ownSchema, strict } from "./strict-schema.ts";

const TOOLS = join(import.meta.dirname, "..", "..");
const DAPR = { module: join(TOOLS, "runtime", "dapr"), of: "github.com/dapr/dapr" };
const K8S = { module: join(TOOLS, "cluster", "k8s"), of: "k8s.io/kubernetes" };

/** The Kubernetes that the chart is held against. */
export const KUBERNETES = "1.34.10";

// Other schemas of the same sources want another folder.
const SHAPE = "strict, each for itself";

const Kind = z.object({ group: z.string(), version: z.string(), kind: z.string() });
const Swagger = z.object({ definitions: z.record(z.string(), z.record(z.string(), z.unknown())) });
const Crd = z.object({
  spec: z.object({
    group: z.string(),
    names: z.object({ kind: z.string() }),
    versions: z.array(
      z.object({
        name: z.string(),
        schema: z.object({ openAPIV3Schema: z.record(z.string(), z.unknown()) }),
      }),
    ),
  }),
});

/** JSON schemas as `kubeconform` wants them, made of what Kubernetes and Dapr publish with their sources. */
export async function schemasPart(env: NodeJS.ProcessEnv): Promise<Part> {
  const modules = [DAPR, K8S].map(({ module }) => join(module, "go.mod"));
  return {
    title: "Kubernetes schemas",
    folder: await folderFor("kubernetes-schemas", { files: modules, recipe: [SHAPE] }, env),
    requireTools: async () => undefined,
    make: async (into, work) => {
      const kubernetes = await goFolderOf(K8S, work);
      const dapr = await goFolderOf(DAPR, work);
      mkdirSync(into, { recursive: true });
      const all = [...ofKubernetes(kubernetes), ...ofDapr(dapr)];
      for (const [kind, schema] of all)
        writeFileSync(join(into, fileOf(kind)), JSON.stringify(schema));
    },
  };
}

type Kind = z.output<typeof Kind>;

// `kubeconform` takes the version for the group where there is no group.
const fileOf = ({ group, version, kind }: Kind): string =>
  `${group === "" ? version : group}_${version}_${kind.toLowerCase()}.json`;

function ofKubernetes(folder: string): [Kind, JsonSchema][] {
  const file = join(folder, "api", "openapi-spec", "swagger.json");
  const { definitions } = Swagger.parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.entries(definitions).flatMap(([name, definition]) =>
    z
      .array(Kind)
      .default([])
      .parse(definition["x-kubernetes-group-version-kind"])
      .map((kind): [Kind, JsonSchema] => [kind, ownSchema(name, definitions)]),
  );
}

function ofDapr(folder: string): [Kind, JsonSchema][] {
  const crds = join(folder, "charts", "dapr", "crds");
  return readdirSync(crds).flatMap((file) => {
    const { spec } = Crd.parse(parse(readFileSync(join(crds, file), "utf8")));
    return spec.versions.map(({ name: version, schema }): [Kind, JsonSchema] => [
      { group: spec.group, version, kind: spec.names.kind },
      strict(schema.openAPIV3Schema),
    ]);
  });
}
