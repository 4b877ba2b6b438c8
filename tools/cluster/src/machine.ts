import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What Debian calls the package of each program that a node is made of. */
const PACKAGES: Readonly<Record<string, string>> = {
  containerd: "containerd",
  runc: "runc",
  conntrack: "conntrack",
  iptables: "iptables",
  openssl: "openssl",
  buildah: "buildah",
  ip: "iproute2",
  nsenter: "util-linux",
  "/usr/lib/cni/bridge": "containernetworking-plugins",
};

/** Why no cluster can be started on this machine, in one sentence; undefined where one can. */
export function whyNoCluster(env: NodeJS.ProcessEnv, uid = process.getuid?.()): string | undefined {
  if (process.platform !== "linux") return "A cluster takes Linux.";
  if (uid !== 0)
    return "A cluster takes root, for its pods are real containers: run it as root, on a machine of your own.";
  const folders = (env["PATH"] ?? "").split(delimiter);
  const missing = Object.entries(PACKAGES).filter(([program]) => !isThere(program, folders));
  if (missing.length === 0) return undefined;
  const packages = [...new Set(missing.map(([, name]) => name))].join(" ");
  return `A cluster takes what is not installed here: apt-get install --no-install-recommends ${packages}`;
}

const isThere = (program: string, folders: readonly string[]): boolean =>
  program.startsWith("/")
    ? existsSync(program)
    : folders.some((folder) => isExecutable(join(folder, program)));

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
