import { readdirSync, readFileSync } from "node:fs";
import type { Mesh, Part } from "@todo-mesh/mesh";

const MS_PER_TICK = 10;
const PARENT = 1;
// User and system time of the process itself, and of those it started that have ended since.
const TIMES = [11, 12, 13, 14];

/** What a part and all that it started keep in memory now. */
export function memoryOf({ pid }: Part): { processes: number; rssMb: number; anonymousMb: number } {
  const family = pid === undefined ? [] : familyOf(pid);
  const sum = (field: string): number =>
    family.reduce((mb, member) => mb + statusOf(member, field) / 1_024, 0);
  return { processes: family.length, rssMb: sum("VmRSS"), anonymousMb: sum("RssAnon") };
}

/** How many files and sockets a part and all that it started have open now. */
export const handlesOf = ({ pid }: Part): number =>
  (pid === undefined ? [] : familyOf(pid)).reduce(
    (count, member) => count + entriesOf(`/proc/${member}/fd`),
    0,
  );

/** The processor time each part has used so far, in milliseconds, and this process as `bench`. */
export function cpuOf(mesh: Mesh): Map<string, number> {
  const { user, system } = process.cpuUsage();
  const parts = mesh.partNames().map((name) => [name, cpuOfPart(mesh.part(name))] as const);
  return new Map([...parts, ["bench", (user + system) / 1_000]]);
}

/** What each part used in between, divided by `count`. */
export const cpuPer = (
  count: number,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Record<string, number> =>
  Object.fromEntries(
    [...after].map(([name, ms]) => [name, (ms - (before.get(name) ?? 0)) / count]),
  );

const cpuOfPart = ({ pid }: Part): number => (pid === undefined ? 0 : cpuOfFamily(pid));

/** What all parts together used. */
export const cpuSum = (cpu: Readonly<Record<string, number>>): number =>
  Object.values(cpu).reduce((sum, ms) => sum + ms, 0);

/** The processor time that a process and all that it started have used so far, in milliseconds. */
export function cpuOfFamily(pid: number): number {
  const ticks = familyOf(pid).flatMap((member) =>
    TIMES.map((field) => Number(statOf(member)[field] ?? 0)),
  );
  return ticks.reduce((sum, each) => sum + each, 0) * MS_PER_TICK;
}

function familyOf(pid: number): number[] {
  const processes = readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number);
  const children = Map.groupBy(processes, (one) => Number(statOf(one)[PARENT]));
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

/** The fields of /proc/PID/stat after the name; none for a process that has ended. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/** A field of /proc/PID/status in kB; 0 for a process that has ended. */
const statusOf = (pid: number, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(read(`/proc/${pid}/status`))?.[1] ?? 0);

function entriesOf(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
