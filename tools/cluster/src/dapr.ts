import { join } from "node:path";
import { daprFolder } from "@todo-mesh/runtime";
import { DAPR_REGISTRY } from "./images.ts";
import { helm } from "./kubectl.ts";
import { HERE } from "./places.ts";

/** Installs Dapr by its own chart, which lies in its Go module, and waits until all of it is ready. */
export async function installDapr(version: string): Promise<void> {
  const chart = join(await daprFolder(process.env), "charts", "dapr");
  const where = ["--namespace", "dapr-system", "--create-namespace"];
  const values = [
    "--values",
    join(HERE, "dapr-values.yaml"),
    "--set-string",
    `global.tag=${version}`,
  ];
  const registry = ["--set", `global.registry=${DAPR_REGISTRY}`];
  const wait = ["--wait", "--timeout", "4m"];
  await helm(["upgrade", "--install", "dapr", chart, ...where, ...values, ...registry, ...wait]);
}
