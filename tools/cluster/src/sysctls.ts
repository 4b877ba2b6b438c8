import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { RUN } from "./places.ts";

const Settings = z.record(z.string(), z.string());
const RECORD = join(RUN, "sysctls.json");

/** What a kubelet sets of the whole machine; what it and kube-proxy set of the network is set in the cluster's own. */
const SET_BY_NODES = [
  "vm/overcommit_memory",
  "vm/panic_on_oom",
  "kernel/panic",
  "kernel/panic_on_oops",
  "kernel/keys/root_maxkeys",
  "kernel/keys/root_maxbytes",
];

/** Writes down how the machine is set, before anything sets it otherwise. */
export function recordSysctls(): void {
  const rows = SET_BY_NODES.map((name) => [name, readFileSync(fileOf(name), "utf8")] as const);
  writeFileSync(RECORD, JSON.stringify(Object.fromEntries(rows)));
}

/** Sets the machine as it was. */
export function restoreSysctls(): void {
  if (!existsSync(RECORD)) return;
  const were = Settings.parse(JSON.parse(readFileSync(RECORD, "utf8")));
  for (const [name, was] of Object.entries(were))
    if (readFileSync(fileOf(name), "utf8") !== was) writeFileSync(fileOf(name), was);
}

const fileOf = (name: string): string => join("/proc/sys", name);
