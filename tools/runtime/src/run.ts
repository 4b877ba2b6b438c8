import { isNativeError } from "node:util/types";
import { stripVTControlCharacters } from "node:util";
import { execa } from "execa";
import { RuntimeUnavailable } from "./unavailable.ts";

const LINES_TO_SHOW = 20;

export interface Command {
  readonly what: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Runs a command to its end and hands over each line; a failure shows the end of its output. */
export async function run(command: Command, onLine: (line: string) => void): Promise<void> {
  const { what, file, args, cwd, env, signal } = command;
  const tail: string[] = [];
  const child = execa(file, args, {
    all: true,
    buffer: false,
    cancelSignal: signal,
    cwd,
    env,
    extendEnv: false,
    stdin: "ignore",
  });
  try {
    for await (const line of child.iterable({ from: "all" })) {
      tail.push(stripVTControlCharacters(line));
      if (tail.length > LINES_TO_SHOW) tail.shift();
      onLine(line);
    }
  } catch (error) {
    signal.throwIfAborted();
    const end = tail.join("\n").trim() || (isNativeError(error) ? error.message : String(error));
    throw new RuntimeUnavailable(`${what} failed:\n${end}`, { cause: error });
  }
}

/** What a command prints, on either stream; undefined when it cannot be run or ends badly. */
export async function saying(
  file: string,
  args: readonly string[],
  { env, cwd }: { env: NodeJS.ProcessEnv; cwd?: string },
): Promise<{ ok: boolean; text: string }> {
  const result = await execa(file, args, {
    all: true,
    reject: false,
    env,
    extendEnv: false,
    stdin: "ignore",
    ...(cwd !== undefined && { cwd }),
  });
  return { ok: !result.failed, text: result.all };
}
