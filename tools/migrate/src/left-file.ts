import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";

/** What was not taken, or not as it was: a line of JSON each. It stands under its name when it is whole. */
export interface LeftFile {
  write(line: object): void;
  /** Puts it in its place. */
  end(): void;
}

export function openLeftFile(path: string): LeftFile {
  const unfinished = `${path}.unfinished`;
  const handle = openSync(unfinished, "w", 0o600);
  return {
    write: (line) => void writeSync(handle, `${JSON.stringify(line)}\n`),
    end: () => {
      fsyncSync(handle);
      closeSync(handle);
      renameSync(unfinished, path);
    },
  };
}
