import { Kafka, logLevel } from "kafkajs";
import { kafkaOf, TopicsEnv } from "./kafka-env.ts";
import { say } from "./say.ts";
import { provideTopics } from "./topics.ts";

/** Asks the brokers of the environment for the topics. */
export async function runTopics(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = TopicsEnv.parse(env);
  const kafka = new Kafka({
    ...kafkaOf(settings),
    clientId: "todo-mesh-topics",
    connectionTimeout: 5_000,
    requestTimeout: 15_000,
    logLevel: logLevel.NOTHING,
    retry: { retries: 3, initialRetryTime: 500 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const made = await provideTopics(admin, {
      partitions: settings.PARTITIONS,
      copies: settings.REPLICATION_FACTOR,
    });
    say(made.length > 0 ? `made ${made.join(", ")}` : "all topics are there");
  } catch (error) {
    throw new Error(
      `The topics could not be made with ${settings.KAFKA_BROKERS}: ${wordsOf(error)}`,
      { cause: error },
    );
  } finally {
    await admin.disconnect();
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
