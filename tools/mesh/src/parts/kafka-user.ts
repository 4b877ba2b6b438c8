import { createHash, randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { bareEnv } from "../life/spec.ts";
import { listens } from "../machine/probes.ts";
import type { Secrets } from "../machine/secrets.ts";
import { type KafkaUser, meshUser, operatorUser } from "./kafka-access.ts";
import type { Introduction } from "./kafka-settings.ts";

interface Kept {
  readonly folder: string;
  readonly properties: string;
  readonly secrets: Secrets;
  /** Java with Kafka's classes, up to the name of the class to run. */
  readonly tool: readonly string[];
}

/** Makes an empty store that knows our users. Nothing secret stands on the command line: it is read from a file. */
export async function formatKafka(kept: Kept, signal: AbortSignal): Promise<void> {
  const id = randomBytes(16).toString("base64url");
  const options = [`--cluster-id=${id}`, "--config", kept.properties];
  const args = [
    "--ignore-formatted",
    ...options,
    ...scramsOf(kept.secrets).flatMap((scram) => ["--add-scram", scram]),
  ];
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
export async function introduceUsers(
  kept: Kept & { readonly broker: string },
  { username, password }: Introduction,
): Promise<void> {
  const { folder, secrets, broker } = kept;
  if (!(await listens(Number(broker.split(":")[1])))) throw new Error("Kafka does not listen yet");
  const login = `org.apache.kafka.common.security.plain.PlainLoginModule required username="${username}" password="${password}";`;
  const client = `security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config=${login}\n`;
  await withFile(join(folder, "introduction.properties"), client, async (access) => {
    for (const user of usersOf(secrets)) await introduce(kept, user, access);
  });
  remember(kept);
}

const introduce = async (
  { folder, broker, tool }: Kept & { readonly broker: string },
  user: KafkaUser,
  access: string,
): Promise<void> =>
  withFile(
    join(folder, "user.properties"),
    `SCRAM-SHA-512=${credentialOf(user)}\n`,
    async (file) => {
      const whom = ["--entity-type", "users", "--entity-name", user.username];
      const what = ["--alter", ...whom, "--add-config-file", file, "--command-config", access];
      await run([...tool, "kafka.admin.ConfigCommand", "--bootstrap-server", broker, ...what]);
    },
  );

/** Whether the broker's store knows our users with the passwords that we have. */
export const knowsUsers = (kept: Kept): boolean => {
  try {
    return readFileSync(markIn(kept.folder), "utf8") === markOf(kept.secrets);
  } catch {
    return false;
  }
};

const markIn = (folder: string): string => join(folder, "knows-user");
const markOf = (secrets: Secrets): string =>
  createHash("sha256").update(scramsOf(secrets).join("\n")).digest("hex");
const remember = ({ folder, secrets }: Kept): void =>
  writeFileSync(markIn(folder), markOf(secrets), { mode: 0o600 });

const usersOf = (secrets: Secrets): readonly KafkaUser[] => [
  meshUser(secrets),
  operatorUser(secrets),
];
const credentialOf = ({ password }: KafkaUser): string => `iterations=4096,password=${password}`;
const scramsOf = (secrets: Secrets): string[] =>
  usersOf(secrets).map((user) => `SCRAM-SHA-512=[name=${user.username},${credentialOf(user)}]`);

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
