import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { RuntimeUnavailable } from "./unavailable.ts";

/** What to say of a tool that is not there. */
export interface Tool {
  readonly command: string;
  readonly need: string;
  readonly install: string;
}

export const GO: Tool = {
  command: "go",
  need: "Go is needed to build Dapr",
  install:
    'install it from https://go.dev/dl (Debian: unpack it into /usr/local and put /usr/local/go/bin on the PATH; macOS: "brew install go")',
};
export const JAVA: Tool = {
  command: "java",
  need: "Java 17 or newer is needed to run Kafka",
  install:
    'install it with "apt-get install default-jre-headless" (Debian) or "brew install --cask temurin" (macOS)',
};
export const MAVEN: Tool = {
  command: "mvn",
  need: "Maven is needed to fetch Kafka",
  install: 'install it with "apt-get install maven" (Debian) or "brew install maven" (macOS)',
};

/** Where the tool stands. Rejects with one sentence that says what is missing and what to do. */
export async function findTool(tool: Tool, folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const path = join(folder, tool.command);
    if (await isExecutable(path)) return path;
  }
  throw unusable(tool, "was not found");
}

export const unusable = (tool: Tool, why: string): RuntimeUnavailable =>
  new RuntimeUnavailable(`${tool.need}, but ${why}: ${tool.install}.`);

export const pathOf = (env: NodeJS.ProcessEnv): string[] =>
  (env["PATH"] ?? "").split(delimiter).filter((folder) => folder.startsWith("/"));

const isExecutable = async (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
