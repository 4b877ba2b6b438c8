import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every setting of the machine below these, as it stands. */
export function machineSettings(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const part of ["vm", "kernel", "net/ipv4", "net/bridge", "net/netfilter"])
    readBelow(join("/proc/sys", part), found);
  return found;
}

// What the kernel itself counts on, or draws anew each time.
const MOVING = /random|ns_last_pid|pty\/nr|sched_domain|nf_conntrack_count|stat_refresh|seccomp/;

function readBelow(folder: string, found: Record<string, string>): void {
  for (const entry of safely(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) readBelow(path, found);
    else if (!MOVING.test(path)) found[path] = safely(() => readFileSync(path, "utf8")) ?? "";
  }
}

function safely<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
