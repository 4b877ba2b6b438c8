import { operatorAccess } from "@todo-mesh/mesh";
import { Kafka, logLevel } from "kafkajs";
import { type Command, commandOf } from "./command.ts";
import { list } from "./list.ts";
import { replay } from "./replay.ts";
import { say } from "./say.ts";
import { show } from "./show.ts";

/** `list`, `show TOPIC`, `replay TOPIC`: what `make dlq` calls. */
async function run(command: Command): Promise<void> {
  const kafka = new Kafka({
    ...operatorAccess(),
    clientId: "dlq",
    logLevel: logLevel.NOTHING,
    retry: { retries: 3 },
  });
  if (command.task === "show") return show(kafka, command, command.asJson);
  if (command.task === "replay") return replay(kafka, command, command.asJson);
  return list(kafka, command.asJson);
}

const reasons = (error: unknown): string[] =>
  error instanceof Error
    ? [error.message, ...(error.cause === undefined ? [] : reasons(error.cause))]
    : [String(error)];

try {
  await run(commandOf(process.argv.slice(2)));
} catch (error) {
  say.aside([...new Set(reasons(error))].join(": "));
  process.exitCode = 1;
}
