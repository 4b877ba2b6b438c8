import { randomUUID } from "node:crypto";
import { Kafka, logLevel, type KafkaMessage } from "kafkajs";
import type { Mesh } from "@todo-mesh/mesh";

const BY_TESTS = { "put-by": "tests" };

/** Whether a test put it there, and no service: it may be broken, or a copy. */
export const isByTests = ({ headers = {} }: KafkaMessage): boolean =>
  headers["put-by"]?.toString() === BY_TESTS["put-by"];

/** The test's own eyes and hands on the broker, beside the mesh. */
export function broker(mesh: Mesh) {
  const kafka = new Kafka({
    clientId: "tests",
    ...mesh.kafka,
    logLevel: logLevel.NOTHING,
  });
  return {
    /** Puts raw messages on a topic, as a faulty or repeating producer would. */
    async put(
      topic: string,
      messages: { key: string; value: string; headers?: Record<string, string> }[],
    ) {
      const producer = kafka.producer();
      await producer.connect();
      const marked = messages.map((one) => ({ ...one, headers: { ...one.headers, ...BY_TESTS } }));
      await producer.send({ topic, messages: marked });
      await producer.disconnect();
    },
    /** Everything on a topic from its start to its present end. */
    async all(topic: string): Promise<KafkaMessage[]> {
      const admin = kafka.admin();
      await admin.connect();
      const offsets = await admin.fetchTopicOffsets(topic);
      await admin.disconnect();
      const total = offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
      return total === 0 ? [] : readAll(kafka, topic, total);
    },
  };
}

async function readAll(kafka: Kafka, topic: string, total: number): Promise<KafkaMessage[]> {
  const consumer = kafka.consumer({ groupId: `tests-${randomUUID()}` });
  const messages: KafkaMessage[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  try {
    await new Promise<void>((resolve, reject) => {
      setTimeout(
        reject,
        30_000,
        new Error(`${topic}: ${messages.length} of ${total} read`),
      ).unref();
      const eachMessage = async ({ message }: { message: KafkaMessage }) => {
        if (messages.push(message) === total) resolve();
      };
      consumer.run({ eachMessage }).catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
  return messages;
}
