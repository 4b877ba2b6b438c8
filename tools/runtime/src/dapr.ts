import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GO_FLAGS, goEnv, goFolderOf, requireGo } from "./go.ts";
import { cacheFolder, fingerprint, type Part, type Work } from "./part.ts";
import { run, saying } from "./run.ts";
import { RuntimeUnavailable } from "./unavailable.ts";

/** The Go module of ours that says which Dapr, and with which components. */
export const DAPR_MODULE = fileURLToPath(new URL("../dapr/", import.meta.url));
const DOWNLOAD_MS = 300_000;
const PACKAGES = [
  "./cmd/daprd",
  "./cmd/scheduler",
  "./cmd/sentry",
  "github.com/dapr/dapr/cmd/placement",
];

export interface DaprPaths {
  readonly daprd: string;
  readonly scheduler: string;
  readonly sentry: string;
  readonly placement: string;
}

/** Dapr's processes, built from the Go module of ours that names the components we use. */
export async function daprPart(
  env: NodeJS.ProcessEnv,
  module = DAPR_MODULE,
): Promise<Part & { readonly paths: DaprPaths }> {
  const goMod = join(module, "go.mod");
  const version = await daprVersion(module);
  const flags = buildFlags(version);
  const inputs = [goMod, join(module, "go.sum"), ...(await sourcesIn(module))];
  const folder = join(
    cacheFolder(env),
    `dapr-${version}-${await fingerprint(inputs, [...flags, ...PACKAGES])}`,
  );
  return {
    title: `Dapr ${version}`,
    folder,
    requireTools: async () => void (await requireGo(module, env)),
    make: async (into, work) => make({ module, version, flags, into }, work),
    paths: {
      daprd: join(folder, "daprd"),
      scheduler: join(folder, "scheduler"),
      sentry: join(folder, "sentry"),
      placement: join(folder, "placement"),
    },
  };
}

async function sourcesIn(module: string): Promise<string[]> {
  const files = await readdir(module, { recursive: true });
  return files
    .filter((file) => file.endsWith(".go") && !file.endsWith("_test.go"))
    .toSorted()
    .map((file) => join(module, file));
}

/** The version of Dapr that everything here is built of. */
export async function daprVersion(module = DAPR_MODULE): Promise<string> {
  const goMod = await readFile(join(module, "go.mod"), "utf8");
  const version = /github\.com\/dapr\/dapr v(\S+)/.exec(goMod)?.[1];
  if (version === undefined) throw new Error("go.mod does not name a version of Dapr");
  return version;
}

const buildFlags = (version: string): string[] => [
  ...GO_FLAGS,
  "-ldflags",
  `-s -w ${daprLdflags(version)}`,
];

/** By which a program of Dapr's knows its version. */
export const daprLdflags = (version: string): string =>
  `-X github.com/dapr/dapr/pkg/buildinfo.version=${version} -X github.com/dapr/kit/logger.DaprVersion=${version}`;

interface Build {
  readonly module: string;
  readonly version: string;
  readonly flags: readonly string[];
  readonly into: string;
}

async function make({ module, version, flags, into }: Build, work: Work): Promise<void> {
  const { progress, signal } = work;
  const go = { file: await requireGo(module, work.env), cwd: module, env: goEnv(work.env), signal };
  progress.say("building; the first time takes about five minutes");

  const total = await listPackages(go, work);
  let compiled = 0;
  progress.say(`compiling what is not compiled yet of ${total} Go packages`);
  progress.at("compiling and linking");
  const args = ["build", "-v", "-o", `${into}/`, ...flags, ...PACKAGES];
  await run({ ...go, what: "Building Dapr", args }, (line) => {
    compiled += 1;
    progress.at(`${compiled} packages compiled, last ${line}`);
  });

  const { text } = await saying(join(into, "daprd"), ["--version"], { env: work.env });
  if (text.trim() !== version)
    throw new RuntimeUnavailable(`The daprd just built is not ${version} but says: ${text}`);
}

/** Downloads the modules that the build needs, and counts its packages. */
async function listPackages(go: Omit<Parameters<typeof run>[0], "what" | "args">, work: Work) {
  let [packages, modules] = [0, 0];
  const args = ["list", "-mod=readonly", "-deps", ...PACKAGES];
  work.progress.at("looking for the Go modules");
  await run({ ...go, what: "Downloading Dapr's Go modules", args }, (line) => {
    if (!line.startsWith("go: downloading ")) packages += 1;
    else work.progress.at(`${(modules += 1)} Go modules downloaded, last ${line.slice(16)}`);
  });
  return packages;
}

/** The folder of Dapr's own module, with its charts. */
export const daprFolder = async (env: NodeJS.ProcessEnv): Promise<string> =>
  goFolderOf(
    { module: DAPR_MODULE, of: "github.com/dapr/dapr" },
    { env, signal: AbortSignal.timeout(DOWNLOAD_MS) },
  );
