import { createHash, randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { bareEnv } from "../life/spec.ts";
import { listens } from "../machine/probes.ts";
import type { Secrets } from "../machine/secrets.ts";
import type { Introduction } from "./kafka-settings.ts";

interface Kept {
  readonly folder: string;
  readonly properties: string;
  readonly secrets: Secrets;
  /** Java with Kafka's classes, up to the name of the class to run. */
  readonly tool: readonly string[];
}

/** Makes an empty store that knows our user. Nothing secret stands on the command line: it is read from a file. */
export async function formatKafka(kept: Kept, signal: AbortSignal): Promise<void> {
  const id = randomBytes(16).toString("base64url");
  const options = [`--cluster-id=${id}`, "--config", kept.properties];
  const args = ["--ignore-formatted", ...options, "--add-scram", scramOf(kept.secrets)];
  await withFile(join(kept.folder, "format.args"), args.join("\n"), async (file) =>
    run([...kept.tool, "kafka.tools.StorageTool", "format", `@${file}`], signal),
  );
  remember(kept);
}

export const newIntroduction = (): Introduction => ({
  username: "introduction",
  password: randomBytes(32).toString("base64url"),
});

/** Tells a broker of a version that asked nobody for a password whom it shall know from now on. */
export async function introduceUser(
  kept: Kept & { readonly broker: string },
  { username, password }: Introduction,
): Promise<void> {
  const { folder, secrets, broker } = kept;
  if (!(await listens(Number(broker.split(":")[1])))) throw new Error("Kafka does not listen yet");
  const login = `org.apache.kafka.common.security.plain.PlainLoginModule required username="${username}" password="${password}";`;
  const client = `security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=${login}\n`;
  await withFile(join(folder, "introduction.properties"), client, async (access) =>
    withFile(
      join(folder, "user.properties"),
      `SCRAM-SHA-512=${credentialOf(secrets)}\n`,
      async (user) => {
        const whom = ["--entity-type", "users", "--entity-name", secrets["kafka-username"]];
        const what = ["--alter", ...whom, "--add-config-file", user, "--command-config", access];
        const args = ["--bootstrap-server", broker, ...what];
        await run([...kept.tool, "kafka.admin.ConfigCommand", ...args]);
      },
    ),
  );
  remember(kept);
}

/** Whether the broker's store knows our user with the password that we have. */
export const knowsUser = (kept: Kept): boolean => {
  try {
    return readFileSync(markIn(kept.folder), "utf8") === markOf(kept.secrets);
  } catch {
    return false;
  }
};

const markIn = (folder: string): string => join(folder, "knows-user");
const markOf = (secrets: Secrets): string =>
  createHash("sha256").update(scramOf(secrets)).digest("hex");
const remember = ({ folder, secrets }: Kept): void =>
  writeFileSync(markIn(folder), markOf(secrets), { mode: 0o600 });

const credentialOf = (secrets: Secrets): string =>
  `iterations=4096,password=${secrets["kafka-password"]}`;
const scramOf = (secrets: Secrets): string =>
  `SCRAM-SHA-512=[name=${secrets["kafka-username"]},${credentialOf(secrets)}]`;

async function withFile(file: string, text: string, work: (file: string) => Promise<void>) {
  writeFileSync(file, text, { mode: 0o600 });
  try {
    await work(file);
  } finally {
    rmSync(file, { force: true });
  }
}

async function run([file = "", ...args]: readonly string[], signal?: AbortSignal): Promise<void> {
  const { failed, exitCode } = await execa(file, args, {
    env: bareEnv(),
    extendEnv: false,
    stdin: "ignore",
    reject: false,
    ...(signal && { cancelSignal: signal }),
  });
  signal?.throwIfAborted();
  // What it says of its input may be the password.
  if (failed)
    throw new Error(`Kafka's tool ${toolIn(args)} ends with ${exitCode ?? "no exit code"}`);
}

const toolIn = (args: readonly string[]): string =>
  args.find((arg) => arg.startsWith("kafka.")) ?? "";
