import { closeSync, fstatSync, openSync, readSync, renameSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";

const LARGEST_BYTES = 5 * 1024 * 1024;
const TAIL_BYTES = 64 * 1024;
const MARKER = "──── ";

export const logFileOf = (folder: string, part: string): string => join(folder, `${part}.log`);

/** Opens a part's log to be written on, behind a line that tells one start from the next. */
export function openLog(folder: string, part: string): number {
  const path = logFileOf(folder, part);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_BYTES)
    renameSync(path, `${path}.1`);
  const log = openSync(path, "a");
  writeSync(log, `${MARKER}${part} starts, ${new Date().toISOString()}\n`);
  return log;
}

/** The last lines since the part last started; none when it never did. */
export function tailOf(path: string, lines = 20): string[] {
  const text = endOf(path);
  const start = text.lastIndexOf(MARKER);
  const since = start < 0 ? text : text.slice(text.indexOf("\n", start) + 1);
  return since.trimEnd().split("\n").filter(Boolean).slice(-lines);
}

function endOf(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })) return "";
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8");
  } finally {
    closeSync(file);
  }
}
