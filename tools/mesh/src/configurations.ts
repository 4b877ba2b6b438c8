import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { scopedComponents, serviceConfigurations } from "./plan/configuration-files.ts";

/** `pnpm configurations`: writes the configuration of each service's sidecar, and who may use a component. */
for (const [file, text] of [...serviceConfigurations(), ...scopedComponents()]) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
