import type { KafkaConfig, SASLOptions } from "kafkajs";
import { z } from "zod";

const whole = (what: string) => z.coerce.number({ error: what }).int(what).min(1, what);

/** What the topics Job is told by the chart. */
export const TopicsEnv = z.object({
  KAFKA_BROKERS: z.string().min(1, "name the brokers, with commas"),
  KAFKA_TLS: z.enum(["yes", "no"]).default("yes"),
  KAFKA_SASL: z.enum(["SHA-512", "SHA-256", "PLAINTEXT", "none"]).default("SHA-512"),
  KAFKA_USERNAME: z.string().default(""),
  KAFKA_PASSWORD: z.string().default(""),
  KAFKA_CA: z.string().optional(),
  KAFKA_CERTIFICATE: z.string().optional(),
  KAFKA_PRIVATE_KEY: z.string().optional(),
  PARTITIONS: whole("give how many partitions").default(6),
  REPLICATION_FACTOR: whole("give how many copies").default(3),
});
export type TopicsEnv = z.output<typeof TopicsEnv>;

/** How to reach the brokers, as the same values tell the sidecars. */
export const kafkaOf = (env: TopicsEnv): Pick<KafkaConfig, "brokers" | "ssl" | "sasl"> => ({
  brokers: env.KAFKA_BROKERS.split(","),
  ssl: env.KAFKA_TLS === "yes" && {
    ...(env.KAFKA_CA !== undefined && { ca: env.KAFKA_CA }),
    ...(env.KAFKA_CERTIFICATE !== undefined && { cert: env.KAFKA_CERTIFICATE }),
    ...(env.KAFKA_PRIVATE_KEY !== undefined && { key: env.KAFKA_PRIVATE_KEY }),
  },
  ...(env.KAFKA_SASL !== "none" && { sasl: saslOf(env) }),
});

function saslOf(env: TopicsEnv): SASLOptions {
  const who = { username: env.KAFKA_USERNAME, password: env.KAFKA_PASSWORD };
  if (env.KAFKA_SASL === "PLAINTEXT") return { mechanism: "plain", ...who };
  return { mechanism: env.KAFKA_SASL === "SHA-256" ? "scram-sha-256" : "scram-sha-512", ...who };
}
