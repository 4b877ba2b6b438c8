import { relative } from "node:path";
import { down } from "./down.ts";
import { KUBECONFIG, RUN } from "./places.ts";
import { ensureClusterPrograms } from "./programs.ts";
import { installMesh, LAPTOP, makeNamespace, startDemo } from "./release.ts";
import { createSteps } from "./steps.ts";
import { up } from "./up.ts";

const report = (line: string): void => void process.stderr.write(`${line}\n`);

const NAMESPACE = "todo";

async function upWithMesh(): Promise<void> {
  await up(report);
  const step = createSteps(report);
  await makeNamespace(NAMESPACE);
  await step("Kafka and PostgreSQL", async () => startDemo(NAMESPACE));
  await step("the mesh", async () => installMesh(NAMESPACE, LAPTOP));
  const here = relative(process.cwd(), RUN);
  process.stdout
    .write(`The cluster is up. To look at it, and to reach the mesh at http://127.0.0.1:8080:
  export KUBECONFIG=${KUBECONFIG}
  ${here}/bin/kubectl --namespace ${NAMESPACE} get pods
  ${here}/bin/kubectl --namespace ${NAMESPACE} port-forward deployment/todo-todo-mesh-chat-api 8080
"make cluster-down" ends it.
`);
}

/** `programs` builds what a cluster runs on; `up` and `down` start and end one. */
const COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  programs: async () => void (await ensureClusterPrograms({ env: process.env, report })),
  up: upWithMesh,
  down,
};

const command = COMMANDS[process.argv[2] ?? ""];
if (!command) throw new Error(`Say one of ${Object.keys(COMMANDS).join(", ")}`);
await command().catch((error: unknown) => {
  report(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
