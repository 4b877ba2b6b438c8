import { join } from "node:path";
import { findTool, JAVA, pathOf, unusable } from "./find-tool.ts";
import { saying } from "./run.ts";

/** The path of a Java that can run Kafka: of `JAVA_HOME` if that is set, else of the `PATH`. */
export async function requireJava(env: NodeJS.ProcessEnv): Promise<string> {
  const home = env["JAVA_HOME"];
  const java = await findTool(JAVA, [...(home ? [join(home, "bin")] : []), ...pathOf(env)]);
  const { ok, text } = await saying(java, ["-version"], { env });
  // macOS has a `java` that does nothing but say that there is none.
  if (!ok) throw unusable(JAVA, `${java} does not run`);
  const version = /version "(\d+)/.exec(text)?.[1];
  if (Number(version ?? 0) < 17) throw unusable(JAVA, `${java} is version ${version ?? "unknown"}`);
  return java;
}
