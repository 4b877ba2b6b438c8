import { chatSidecar } from "@todo-mesh/mesh";
import { runMigration } from "./run-migration.ts";
import { say } from "./say.ts";

/** What `make migrate` calls: it goes through the sidecar of the mesh that is up on this machine, unless told of another. */
try {
  await runMigration(process.argv.slice(2), { environment: process.env, sidecar: chatSidecar });
} catch (error) {
  say.aside(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
