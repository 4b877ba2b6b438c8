import { TOPICS } from "@todo-mesh/contracts/events";
import type { Admin, ITopicConfig } from "kafkajs";

export type TopicsAdmin = Pick<Admin, "listTopics" | "createTopics">;

/** Makes the topics that are missing, and leaves those that are there as they are; answers which it made. Running twice is harmless: the second finds them all. */
export async function provideTopics(
  admin: TopicsAdmin,
  { partitions, copies }: { readonly partitions: number; readonly copies: number },
): Promise<string[]> {
  const there = new Set(await admin.listTopics());
  const missing = TOPICS.filter((topic) => !there.has(topic));
  const wanted = missing.map((topic): ITopicConfig => ({
    topic,
    numPartitions: partitions,
    replicationFactor: copies,
  }));
  // It waits until each has a leader, so that whoever starts next finds it.
  if (wanted.length > 0) await admin.createTopics({ topics: wanted, waitForLeaders: true });
  return missing;
}
