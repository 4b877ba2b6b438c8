export type Env = Readonly<Record<string, string>>;

/** One process of the mesh: how it is started, when it is ready, how it is stopped. */
export interface PartSpec {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env: Env;
  readonly cwd?: string;
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Parts that are ready before this one starts, and end only after it. */
  readonly needs: readonly string[];
  readonly ports: Readonly<Record<string, number>>;
  /** Runs before every start; safe to repeat. */
  readonly prepare?: (signal: AbortSignal) => Promise<void>;
  /** One question. `false` and an error both mean: not yet. */
  readonly ready: () => Promise<boolean>;
  readonly stopSignal: "SIGTERM" | "SIGINT";
  /** What `stopSignal` is given before SIGKILL follows. */
  readonly graceMs: number;
  /** How often the mesh tries to start it before it gives up; once, unless said otherwise. */
  readonly tries?: number;
  /** Folders and files that `wipe` erases. */
  readonly data?: readonly string[];
}

/** What the processes of the mesh may know of the environment they were started from. */
export function bareEnv(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ["PATH", "HOME", "LANG", "TZ", "TMPDIR"]) {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
