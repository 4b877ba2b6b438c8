import type { NeededPackage } from "./closure.ts";

interface Named {
  readonly name: string;
  readonly version: string;
}

/** What an image is made of, as CycloneDX tells it; the same parts, the same text. */
export function sbomOf(of: Named, packages: readonly NeededPackage[], debian: readonly Named[]) {
  const npm = packages
    .filter(({ ours }) => !ours)
    .map(({ name, version, license }) => ({
      type: "library",
      name,
      version,
      purl: `pkg:npm/${name.replace(/^@/, "%40")}@${version}`,
      ...(license !== undefined && { licenses: [{ expression: license }] }),
    }));
  const system = debian.map(({ name, version }) => ({
    type: "library",
    name,
    version,
    purl: `pkg:deb/debian/${name}@${encodeURIComponent(version)}`,
  }));
  const node = {
    type: "application",
    name: "node",
    version: process.versions.node,
    purl: `pkg:generic/node@${process.versions.node}`,
  };
  const components = [node, ...system, ...npm].toSorted((one, other) =>
    one.purl < other.purl ? -1 : 1,
  );
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", ...of } },
    components,
  };
}
