import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SERVICES } from "@todo-mesh/contracts";
import { LISTENERS, TOPICS } from "@todo-mesh/contracts/events";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { ROOT } from "../machine/place.ts";
import { COMPONENTS } from "../parts/sidecar.ts";
import { scopedComponents, serviceConfigurations } from "./configuration-files.ts";

const HEAD =
  "# Made of dapr/ and the tables of packages/contracts by `pnpm configurations`: what is the same in every place.\n";

// How to get to a broker or a database is said by the chart's values.
const OF_THE_PLACE = new Set(["authType", "saslMechanism", "disableTls", "maxConns"]);

const Component = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    type: z.string(),
    version: z.string(),
    metadata: z.array(z.object({ name: z.string(), value: z.string().optional() })),
  }),
  scopes: z.array(z.string()).default([...SERVICES]),
});

const Configuration = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    api: z.unknown(),
    metrics: z.unknown(),
    accessControl: z.unknown(),
    secrets: z.object({
      scopes: z.array(z.object({ allowedSecrets: z.array(z.string()).optional() })),
    }),
  }),
});

const read = (file: string): string => readFileSync(join(ROOT, COMPONENTS, file), "utf8");

/** The file of the chart that holds the components, rights and topics of `dapr/`, and its text. */
export function chartFile(): readonly [string, string] {
  const components = [...scopedComponents().values(), read("statestore.yaml")].map(componentOf);
  const configurations = [...serviceConfigurations().values()].map(configurationOf);
  const { spec: resiliency } = z
    .object({ spec: z.unknown() })
    .parse(parse(read("resiliency.yaml")));
  const mesh = {
    topics: TOPICS,
    heard: Object.fromEntries(SERVICES.map((service) => [service, heardBy(service)])),
    components: Object.fromEntries(components),
    resiliency,
    configurations: Object.fromEntries(configurations),
  };
  const text = stringify(mesh, { lineWidth: 0, aliasDuplicateObjects: false });
  return [join(ROOT, "charts", "todo-mesh", "files", "mesh.yaml"), HEAD + text];
}

const heardBy = (service: string): string[] =>
  LISTENERS.filter((one) => one.service === service && one.by === "pubsub").map((one) => one.topic);

function componentOf(text: string) {
  const { metadata, spec, scopes } = Component.parse(parse(text));
  const same = spec.metadata.filter(
    ({ name, value }) => value !== undefined && !OF_THE_PLACE.has(name),
  );
  return [metadata.name, { ...spec, metadata: same, scopes }] as const;
}

function configurationOf(text: string) {
  const { metadata, spec } = Configuration.parse(parse(text));
  const { secrets, ...rest } = spec;
  const allowedSecrets = secrets.scopes.flatMap((scope) => scope.allowedSecrets ?? []);
  return [metadata.name, { ...rest, allowedSecrets }] as const;
}
