import { TOPICS } from "@todo-mesh/contracts/events";
import { Kafka, logLevel } from "kafkajs";
import { listens } from "../machine/probes.ts";
import type { KafkaAccess } from "./kafka-access.ts";
import { operatorRights } from "./operator-rights.ts";

const PARTITIONS = 3;

/** Asks Kafka for our topics and makes those that are missing, and gives the operator their rights; true when all can be read and written. */
export async function haveTopics(port: number, access: KafkaAccess): Promise<boolean> {
  // Cheaper than a client that finds nobody, and quiet.
  if (!(await listens(port))) return false;
  const kafka = new Kafka({
    ...access,
    clientId: "mesh",
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    logLevel: logLevel.NOTHING,
    retry: { retries: 2, initialRetryTime: 100 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const standing = new Set(await admin.listTopics());
    const missing = TOPICS.filter((topic) => !standing.has(topic));
    if (missing.length > 0) await admin.createTopics({ topics: missing.map(wanted) });
    await admin.createAcls({ acl: operatorRights() });
    // Just back from a crash it knows its topics before it leads their partitions.
    await Promise.all(TOPICS.map(async (topic) => admin.fetchTopicOffsets(topic)));
    return true;
  } finally {
    await admin.disconnect();
  }
}

const wanted = (topic: string) => ({
  topic,
  numPartitions: PARTITIONS,
  replicationFactor: 1,
});
