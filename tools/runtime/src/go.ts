import { join } from "node:path";
import { findTool, GO, pathOf, unusable } from "./find-tool.ts";
import { folderFor, type Part, type Work } from "./part.ts";
import { run, saying } from "./run.ts";
import { RuntimeUnavailable } from "./unavailable.ts";

export interface GoProgram {
  /** Its package, of the module or of one that the module needs. */
  readonly source: string;
  /** What its linker is told beside leaving out what only a debugger reads. */
  readonly ldflags?: string;
}

interface GoBuild<Name extends string> {
  readonly title: string;
  /** A Go module of ours that says which versions, and often nothing else. */
  readonly module: string;
  readonly programs: Readonly<Record<Name, GoProgram>>;
  /** Sources of ours in the module, if there are any. */
  readonly sources?: readonly string[];
}

/** Programs that are built once into a folder of the cache, each by its name. */
export async function goPart<Name extends string>(
  { title, module, programs, sources = [] }: GoBuild<Name>,
  env: NodeJS.ProcessEnv,
): Promise<Part & { readonly program: (name: Name) => string }> {
  const all = Object.entries<GoProgram>(programs);
  const inputs = ["go.mod", "go.sum", ...sources].map((file) => join(module, file));
  const mark = title.toLowerCase().replaceAll(" ", "-");
  const folder = await folderFor(mark, { files: inputs, recipe: [JSON.stringify(all)] }, env);
  return {
    title,
    folder,
    program: (name) => join(folder, name),
    requireTools: async () => void (await requireGo(module, env)),
    make: async (into, work) => {
      for (const [name, program] of all)
        await build({ module, name, into, program }, work, `${title}: ${name}`);
    },
  };
}

interface OneBuild {
  readonly module: string;
  readonly name: string;
  readonly into: string;
  readonly program: GoProgram;
}

async function build({ module, name, into, program }: OneBuild, work: Work, what: string) {
  const file = await requireGo(module, work.env);
  const ldflags = `-s -w ${program.ldflags ?? ""}`;
  const out = join(into, name);
  const args = ["build", "-v", ...GO_FLAGS, "-ldflags", ldflags, "-o", out, program.source];
  let compiled = 0;
  work.progress.say(`building ${name}`);
  await run(
    {
      what: `Building ${what}`,
      file,
      args,
      cwd: module,
      env: goEnv(work.env),
      signal: work.signal,
    },
    (line) => work.progress.at(`${name}: ${(compiled += 1)} packages, last ${line}`),
  );
}

// Without `-buildvcs=false` Go asks git about a checkout that may belong to someone else, and fails.
export const GO_FLAGS: readonly string[] = ["-trimpath", "-buildvcs=false", "-mod=readonly"];

/** Go itself says whether it is new enough for go.mod, or can fetch the toolchain that is. */
export async function requireGo(module: string, env: NodeJS.ProcessEnv): Promise<string> {
  const go = await findTool(GO, pathOf(env));
  const asked = await saying(go, ["list", "-m"], { env: goEnv(env), cwd: module });
  if (!asked.ok) throw unusable(GO, `${go} will not do (${lastLine(asked.text)})`);
  return go;
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";

export const goEnv = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...env,
  CGO_ENABLED: "0",
  GOWORK: "off",
});

/** The folder of a module that one of ours needs, as Go downloads it. */
export async function goFolderOf(
  { module, of }: { readonly module: string; readonly of: string },
  work: Pick<Work, "env" | "signal">,
): Promise<string> {
  const file = await requireGo(module, work.env);
  const lines: string[] = [];
  const args = ["mod", "download", "-json", of];
  const command = { what: `Downloading ${of}`, file, args, cwd: module, env: goEnv(work.env) };
  await run({ ...command, signal: work.signal }, (line) => void lines.push(line));
  const folder = /"Dir": "([^"]+)"/.exec(lines.join("\n"))?.[1];
  if (folder === undefined) throw new RuntimeUnavailable(`Go did not say where ${of} lies`);
  return folder;
}
