import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { serviceConfigurations } from "./plan/configuration-files.ts";

/** `pnpm configurations`: writes the configuration of each service's sidecar. */
for (const [file, text] of serviceConfigurations()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
