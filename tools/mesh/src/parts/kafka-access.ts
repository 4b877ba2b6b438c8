import type { Secrets } from "../machine/secrets.ts";

/** Someone whom the broker knows. */
export interface KafkaUser {
  readonly username: string;
  readonly password: string;
}

/** Whom sidecars, tests and the mesh itself are for Kafka: may do everything. */
export const meshUser = (secrets: Secrets): KafkaUser => ({
  username: secrets["kafka-username"],
  password: secrets["kafka-password"],
});

export const OPERATOR = "todo_mesh_operator";

/** Whom `make dlq` is: may do what `operatorRights` says. */
export const operatorUser = (secrets: Secrets): KafkaUser => ({
  username: OPERATOR,
  password: secrets["kafka-operator-password"],
});

/** What `new Kafka(…)` of kafkajs takes to be let in. */
export const kafkaAccess = (broker: string, user: KafkaUser) => ({
  brokers: [broker],
  // The broker has to know the password, too: whoever sits on its port while it is away learns nothing.
  sasl: { mechanism: "scram-sha-512" as const, ...user },
});
export type KafkaAccess = ReturnType<typeof kafkaAccess>;
