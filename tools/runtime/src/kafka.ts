import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findTool, MAVEN, pathOf } from "./find-tool.ts";
import { cacheFolder, fingerprint, type Part, type Work } from "./part.ts";
import { run } from "./run.ts";
import { RuntimeUnavailable } from "./unavailable.ts";
import { stands } from "./whole-folder.ts";

const POM = fileURLToPath(new URL("../kafka/pom.xml", import.meta.url));
// `-C` refuses what does not match its checksum.
const FETCH = ["-B", "-C", "dependency:copy-dependencies", "-DincludeScope=runtime"];

export interface KafkaPaths {
  /** For `java -cp`. */
  readonly kafkaClasspath: string;
}

/** Kafka's jars, fetched by Maven as the pom names them. */
export async function kafkaPart(
  env: NodeJS.ProcessEnv,
  pom = POM,
): Promise<Part & { readonly paths: KafkaPaths }> {
  const version = versionIn(await readFile(pom, "utf8"));
  const folder = join(cacheFolder(env), `kafka-${version}-${await fingerprint([pom], FETCH)}`);
  return {
    title: `Kafka ${version}`,
    folder,
    requireTools: async () => void (await findTool(MAVEN, pathOf(env))),
    make: async (into, work) => make({ pom, version, into }, work),
    paths: { kafkaClasspath: join(folder, "*") },
  };
}

function versionIn(pom: string): string {
  const version = /<kafka\.version>(.+)<\/kafka\.version>/.exec(pom)?.[1];
  if (version === undefined) throw new Error("pom.xml does not name a version of Kafka");
  return version;
}

async function make(
  { pom, version, into }: { pom: string; version: string; into: string },
  { env, progress, signal }: Work,
): Promise<void> {
  const file = await findTool(MAVEN, pathOf(env));
  const args = [...FETCH, "-f", pom, `-DoutputDirectory=${into}`];
  let files = 0;
  progress.say("fetching its jars");
  progress.at("fetching its jars");
  await run({ what: "Fetching Kafka", file, args, cwd: dirname(pom), env, signal }, (line) => {
    if (line.includes("Downloaded from")) progress.at(`${(files += 1)} files downloaded`);
  });
  if (!(await stands(join(into, `kafka-server-${version}.jar`))))
    throw new RuntimeUnavailable(`Maven fetched no Kafka ${version}`);
}
