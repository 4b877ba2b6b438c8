import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const LISTENING = "0A";
const LOOPBACK = /^(0100007F|00000000000000000000000001000000|0000000000000000FFFF00000100007F)$/;

/** Every address that these processes listen on, as the kernel writes it: `0100007F:1F90` is 127.0.0.1:8080. */
export function listenersOf(pids: readonly number[]): string[] {
  const inodes = new Set(pids.flatMap(socketsOf));
  return ["tcp", "tcp6"]
    .flatMap((table) => readFileSync(`/proc/net/${table}`, "utf8").trim().split("\n").slice(1))
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([, address = "", , state, , , , , , inode = ""]) =>
      state === LISTENING && inodes.has(inode) ? [address] : [],
    );
}

export const isLoopback = (address: string): boolean => LOOPBACK.test(address.split(":")[0] ?? "");

export const portOf = (address: string): number => Number.parseInt(address.split(":")[1] ?? "", 16);

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${fd}`))?.slice(1) ?? [];
    } catch {
      // Closed meanwhile.
      return [];
    }
  });
}
