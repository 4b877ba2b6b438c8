import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { inTrial } from "./in-trial.ts";

/** Runs a script of `pods/` in a pod of its own, on the Node of our images. */
export async function startPod(name: string, args: readonly string[]): Promise<void> {
  await inTrial(["delete", "pod", name, "--ignore-not-found", "--grace-period=1"]);
  await inTrial(["apply", "-f", "-"], JSON.stringify(podOf(name, args)));
}

/** What a script of a pod said last, once it has ended well. */
export async function resultOf<Result>(
  name: string,
  Result: z.ZodType<Result>,
  seconds: number,
): Promise<Result> {
  const ended = "--for=jsonpath={.status.phase}=Succeeded";
  await inTrial(["wait", ended, `pod/${name}`, `--timeout=${seconds}s`]);
  const lines = (await inTrial(["logs", name])).trim().split("\n");
  return Result.parse(JSON.parse(lines.at(-1) ?? ""));
}

function versionOfImages(): string {
  const manifest = readFileSync(join(HERE, "..", "..", "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}

const HERE = import.meta.dirname;

const podOf = (name: string, args: readonly string[]) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, labels: { run: name } },
  spec: {
    restartPolicy: "Never",
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65_532,
      fsGroup: 65_532,
      seccompProfile: { type: "RuntimeDefault" },
    },
    containers: [containerOf(args)],
    volumes: [
      { name: "pods", configMap: { name: "pods" } },
      { name: "provider", secret: { secretName: "provider" } },
      { name: "tmp", emptyDir: {} },
    ],
  },
});

const containerOf = (args: readonly string[]) => ({
  name: "script",
  image: `todo-mesh/jobs:${versionOfImages()}`,
  command: ["/usr/bin/node", ...args],
  env: [{ name: "NODE_EXTRA_CA_CERTS", value: "/run/provider/tls.crt" }],
  volumeMounts: [
    { name: "pods", mountPath: "/run/pods" },
    { name: "provider", mountPath: "/run/provider" },
    { name: "tmp", mountPath: "/tmp" },
  ],
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ["ALL"] },
    readOnlyRootFilesystem: true,
  },
});
