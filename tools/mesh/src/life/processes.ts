import { readdirSync, readFileSync } from "node:fs";
import { until } from "./until.ts";

/** A process that cannot be mistaken for a later one with the same number: `born` is boot and tick. */
export interface Mark {
  readonly pid: number;
  readonly born: string;
}

const SIGKILL_TAKES_MS = 10_000;

/** Undefined when there is no such process, or only its exit code is left of it. */
export function markOf(pid: number): Mark | undefined {
  const fields = statOf(pid);
  if (!fields || fields[STATE] === "Z" || fields[STATE] === "X") return undefined;
  return { pid, born: `${bootId()}:${fields[STARTED]}` };
}

export const isAlive = ({ pid, born }: Mark): boolean => markOf(pid)?.born === born;

/** The process and all that it started, which still live. */
export function familyOf({ pid }: Mark): Mark[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const parent = Number(statOf(Number(entry))?.[PARENT]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family.flatMap((member) => markOf(member) ?? []);
}

/** Sends a signal to each that still lives; one that has just ended is passed over. */
export function signalAll(marks: readonly Mark[], signal: NodeJS.Signals): void {
  for (const mark of marks) {
    if (!isAlive(mark)) continue;
    try {
      process.kill(mark.pid, signal);
    } catch (error) {
      if (isAlive(mark)) throw error;
    }
  }
}

/** Ends a process and all it started: asks with `signal`, and insists with SIGKILL after `graceMs`. */
export async function endProcess(mark: Mark, signal: NodeJS.Signals, graceMs: number) {
  const family = isAlive(mark) ? familyOf(mark) : [];
  signalAll([mark], signal);
  // A stopped process takes no signal but this one and SIGKILL.
  signalAll(family, "SIGCONT");
  await goneWithin([mark], graceMs);
  await killAll([...family, ...(isAlive(mark) ? familyOf(mark) : [])]);
}

/** SIGKILL, and returns when they are really gone. */
export async function killAll(marks: readonly Mark[]): Promise<void> {
  signalAll(marks, "SIGKILL");
  if (await goneWithin(marks, SIGKILL_TAKES_MS)) return;
  throw new Error(`These processes outlive SIGKILL: ${marks.map(({ pid }) => pid).join(", ")}`);
}

export const goneWithin = async (marks: readonly Mark[], ms: number): Promise<boolean> =>
  until(() => !marks.some(isAlive), { ms, everyMs: 20 });

const STATE = 0;
const PARENT = 1;
const STARTED = 19;

/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

let boot: string | undefined;
function bootId(): string {
  boot ??= readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return boot;
}
