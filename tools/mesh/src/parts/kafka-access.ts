import type { Secrets } from "../machine/secrets.ts";

/** What `new Kafka(…)` of kafkajs takes to be let in. */
export const kafkaAccess = (broker: string, secrets: Secrets) => ({
  brokers: [broker],
  sasl: {
    // The broker has to know the password, too: whoever sits on its port while it is away learns nothing.
    mechanism: "scram-sha-512" as const,
    username: secrets["kafka-username"],
    password: secrets["kafka-password"],
  },
});
export type KafkaAccess = ReturnType<typeof kafkaAccess>;
