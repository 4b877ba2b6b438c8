import { randomUUID } from "node:crypto";
import { OPERATOR_GROUPS } from "@todo-mesh/mesh";
import type { Consumer, EachBatchPayload, Kafka } from "kafkajs";
import { type Letter, letterOf } from "./letter.ts";
import { say } from "./say.ts";

type Visit = (letter: Letter) => Promise<void> | void;

/** The partitions of a topic, and the offsets between which something lies there now. */
export async function extentOf(kafka: Kafka, topic: string) {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets.map(({ partition, low, high }) => ({
      partition,
      low: Number(low),
      high: Number(high),
    }));
  } finally {
    await admin.disconnect();
  }
}

/**
 * Visits every letter that lies on the topic now, one after the other, those of a partition in their order and each
 * once. It leaves no trace: the group keeps no offsets, so it is gone with its only member.
 */
export async function readLetters(kafka: Kafka, topic: string, visit: Visit): Promise<number> {
  const extent = await extentOf(kafka, topic);
  const total = extent.reduce((sum, { low, high }) => sum + high - low, 0);
  const left = new Map(
    extent.flatMap(({ partition, low, high }) =>
      low < high ? [[partition, { next: low, high }] as const] : [],
    ),
  );
  if (left.size === 0) return 0;
  const consumer = kafka.consumer({ groupId: `${OPERATOR_GROUPS}${randomUUID()}` });
  const tell = progress(topic, total);
  try {
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await visitAll(consumer, left, async (letter) => {
      await visit(letter);
      tell();
    });
  } finally {
    await consumer.disconnect();
  }
  return total;
}

interface Part {
  next: number;
  readonly high: number;
}
type Left = Map<number, Part>;

async function visitAll(consumer: Consumer, left: Left, visit: Visit): Promise<void> {
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  consumer.on("consumer.crash", ({ payload }) => reject(payload.error));
  let failed = false;
  await consumer.run({
    autoCommit: false,
    eachBatch: async (payload) => {
      const { partition } = payload.batch;
      const part = left.get(partition);
      if (failed || !part) return;
      try {
        await visitBatch(payload, part, visit);
      } catch (error) {
        failed = true;
        return reject(error instanceof Error ? error : new Error(String(error)));
      }
      if (part.next >= part.high) left.delete(partition);
      if (left.size === 0) resolve();
    },
  });
  await done;
}

async function visitBatch(payload: EachBatchPayload, part: Part, visit: Visit): Promise<void> {
  const { partition, messages } = payload.batch;
  for (const message of messages) {
    const offset = Number(message.offset);
    // A batch may be delivered again after a pause that was too long.
    if (offset >= part.next && offset < part.high) await visit(letterOf(partition, message));
    part.next = Math.max(part.next, offset + 1);
    payload.resolveOffset(message.offset);
    await payload.heartbeat();
  }
}

const TELL_EVERY_MS = 1_000;

/** Counts, and says once a second how far it has come. */
function progress(topic: string, total: number): () => void {
  let count = 0;
  let toldAt = performance.now();
  return () => {
    count += 1;
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    say.aside(`${topic}: ${count} of ${total} read`);
  };
}
