import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installMesh, kubectl, makeNamespace, startDemo } from "@todo-mesh/cluster";
import { execa } from "execa";
import { inTrial, NAMESPACE } from "./in-trial.ts";
import { startPod } from "./pods.ts";

const HERE = import.meta.dirname;
const VALUES: readonly string[] = ["--values", join(HERE, "values.yaml")];

/** Prepares what the mesh needs: brokers, a database, and somebody who signs people in. */
export async function prepareTrial(): Promise<void> {
  await kubectl(["delete", "namespace", NAMESPACE, "--ignore-not-found"]);
  await makeNamespace(NAMESPACE);
  await startDemo(NAMESPACE);
  await giveScripts();
  await giveProviderKeys();
  const client = [
    "--from-literal=client-id=tester",
    "--from-literal=client-secret=for-trials-alone",
  ];
  await inTrial(["create", "secret", "generic", "test-client", ...client]);
  await startPod("provider", ["/run/pods/provider.mjs"]);
  await inTrial(["expose", "pod", "provider", "--port=443", "--target-port=8443"]);
  await inTrial(["wait", "--for=condition=Ready", "pod/provider", "--timeout=60s"]);
}

/** Installs the mesh, or brings it up to date, with these values beside those of the trial. */
export const installInTrial = async (sets: readonly string[] = []): Promise<void> =>
  installMesh(NAMESPACE, [...VALUES, ...sets.flatMap((set) => ["--set-string", set])]);

async function giveScripts(): Promise<void> {
  await inTrial(["create", "configmap", "pods", `--from-file=${join(HERE, "pods")}`]);
}

async function giveProviderKeys(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "todo-mesh-provider-"));
  try {
    const [key, certificate] = ["tls.key", "tls.crt"].map((name) => join(folder, name));
    const how = ["-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
    const what = ["-subj", "/CN=provider", "-addext", "subjectAltName=DNS:provider"];
    const where = ["-keyout", key ?? "", "-out", certificate ?? ""];
    await execa("openssl", ["req", "-x509", ...how, ...what, "-days", "2", ...where]);
    await inTrial(["create", "secret", "generic", "provider", `--from-file=${folder}`]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
