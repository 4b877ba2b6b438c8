import { spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { HOST_ADDRESS, HOST_LINK, NODE_ADDRESS, RUN } from "./places.ts";
import { until } from "./until.ts";

const INIT = join(RUN, "init.pid");

/**
 * Makes a world of its own for the node: processes, mounts and network. `init` is its first process, and whatever
 * happens inside ends with it: processes are killed, mounts, rules, bridges and links are gone.
 */
export async function openNamespaces(init: string): Promise<void> {
  for (const folder of ["lib", "log"]) mkdirSync(join(RUN, folder), { recursive: true });
  const apart = ["--pid", "--fork", "--mount", "--mount-proc", "--net", "--propagation=private"];
  const outer = spawn("unshare", [...apart, init], { detached: true, stdio: "ignore" });
  outer.unref();
  const pid = await until("the namespaces of the cluster", () => childOf(outer.pid));
  writeFileSync(INIT, pid);
  await connect(pid);
  await inside("mount", ["--make-rshared", "/"]);
  await inside("mount", ["-t", "tmpfs", "-o", "mode=755", "tmpfs", "/run"]);
  // What containers leave where the machine's own things lie stays in the folder of the cluster.
  await inside("mount", ["--bind", join(RUN, "log"), "/var/log"]);
  await inside("mount", ["--bind", join(RUN, "lib"), "/var/lib"]);
}

function childOf(pid: number | undefined): string | undefined {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return children === "" ? undefined : children;
  } catch {
    return undefined;
  }
}

async function connect(pid: string): Promise<void> {
  await execa("ip", [
    "link",
    "add",
    HOST_LINK,
    "type",
    "veth",
    "peer",
    "name",
    "eth0",
    "netns",
    pid,
  ]);
  await execa("ip", ["address", "add", `${HOST_ADDRESS}/30`, "dev", HOST_LINK]);
  await execa("ip", ["link", "set", HOST_LINK, "up"]);
  await inside("ip", ["link", "set", "lo", "up"]);
  await inside("ip", ["address", "add", `${NODE_ADDRESS}/30`, "dev", "eth0"]);
  await inside("ip", ["link", "set", "eth0", "up"]);
  await inside("ip", ["route", "add", "default", "via", HOST_ADDRESS]);
  await inside("sysctl", ["-qw", "net.ipv4.ip_forward=1"]);
}

/** Runs a command in the cluster's namespaces, to its end. */
export async function inside(file: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execa("nsenter", [...entering(), file, ...args]);
  return stdout;
}

/** Starts a program there that goes on when we end; what it says is in the folder of logs, under its name. */
export function startInside(name: string, [file, ...args]: readonly [string, ...string[]]): void {
  const log = openSync(join(RUN, "log", `${name}.log`), "a");
  const stdio = ["ignore", log, log] as const;
  spawn("nsenter", [...entering(), file, ...args], { detached: true, stdio: [...stdio] }).unref();
}

const entering = (): string[] => ["--target", initPid(), "--pid", "--mount", "--net"];

function initPid(): string {
  return readFileSync(INIT, "utf8");
}

/** Ends whatever runs in the namespaces, and waits until they are gone. */
export async function closeNamespaces(): Promise<void> {
  const pid = runningInit();
  if (pid !== undefined) {
    process.kill(pid, "SIGKILL");
    await until("the end of the cluster's processes", () => runningInit() === undefined);
  }
  await until("the end of the cluster's network", hasNoLink);
}

/** The first process of the cluster, while there is one. */
function runningInit(): number | undefined {
  try {
    const pid = initPid();
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return command.includes("/pause") ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether there is a cluster. */
export const isUp = (): boolean => runningInit() !== undefined;

async function hasNoLink(): Promise<boolean> {
  const { failed } = await execa("ip", ["link", "show", HOST_LINK], { reject: false });
  return failed;
}
