import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { chartFile } from "./plan/chart-file.ts";
import { scopedComponents, serviceConfigurations } from "./plan/configuration-files.ts";

/** `pnpm configurations`: writes the configuration of each service's sidecar, who may use a component, and both for the chart. */
write(...serviceConfigurations(), ...scopedComponents());
// Of what has just been written.
write(chartFile());

function write(...files: readonly (readonly [string, string])[]): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
