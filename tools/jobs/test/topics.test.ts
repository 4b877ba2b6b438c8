import { expect, test } from "@jest/globals";
import { TOPICS } from "@todo-mesh/contracts/events";
import type { ITopicConfig } from "kafkajs";
import { kafkaOf, TopicsEnv } from "../src/kafka-env.ts";
import { provideTopics } from "../src/topics.ts";

function aBroker(there: readonly string[]) {
  const topics = new Set(there);
  const made: ITopicConfig[] = [];
  const admin = {
    listTopics: async () => [...topics],
    createTopics: async ({ topics: wanted }: { topics: ITopicConfig[] }) => {
      for (const one of wanted) {
        topics.add(one.topic);
        made.push(one);
      }
      return true;
    },
  };
  return { admin, made };
}

test("topics that are missing are made as the chart says, and those that are there are left alone", async () => {
  const [first = "", ...rest] = TOPICS;
  const { admin, made } = aBroker([first, "of-somebody-else"]);
  expect(await provideTopics(admin, { partitions: 12, copies: 3 })).toEqual(rest);
  expect(made).toEqual(rest.map((topic) => ({ topic, numPartitions: 12, replicationFactor: 3 })));
});

test("a second run makes nothing", async () => {
  const { admin, made } = aBroker([]);
  await provideTopics(admin, { partitions: 3, copies: 1 });
  expect(await provideTopics(admin, { partitions: 3, copies: 1 })).toEqual([]);
  expect(made).toHaveLength(TOPICS.length);
});

const env = { KAFKA_BROKERS: "a:9093,b:9093", KAFKA_USERNAME: "mesh", KAFKA_PASSWORD: "secret" };

test("unless said otherwise, brokers are asked by TLS, with SCRAM", () => {
  expect(kafkaOf(TopicsEnv.parse(env))).toEqual({
    brokers: ["a:9093", "b:9093"],
    ssl: {},
    sasl: { mechanism: "scram-sha-512", username: "mesh", password: "secret" },
  });
});

test("a certificate takes the place of a password", () => {
  const settings = {
    ...env,
    KAFKA_SASL: "none",
    KAFKA_CA: "ca",
    KAFKA_CERTIFICATE: "c",
    KAFKA_PRIVATE_KEY: "k",
  };
  expect(kafkaOf(TopicsEnv.parse(settings))).toEqual({
    brokers: ["a:9093", "b:9093"],
    ssl: { ca: "ca", cert: "c", key: "k" },
  });
});

test("a wrong number of partitions is refused", () => {
  expect(TopicsEnv.safeParse({ ...env, PARTITIONS: "0" }).error?.issues).toMatchObject([
    { path: ["PARTITIONS"] },
  ]);
});
