import type { Secrets } from "../machine/secrets.ts";

export interface KafkaPorts {
  readonly kafka: number;
  readonly controller: number;
}

/** For the one start in which a broker of earlier days learns the password: a name that lets us in once. */
export interface Introduction {
  readonly username: string;
  readonly password: string;
}

export interface KafkaSetup {
  readonly data: string;
  readonly ports: KafkaPorts;
  readonly secrets: Secrets;
  readonly introduction?: Introduction | undefined;
}

const SECURITY = "org.apache.kafka.common.security";
const LISTENER = "listener.name.sasl_plaintext";

/** One broker that is its own controller, on loopback only, for those who know the password. */
export const kafkaSettings = (setup: KafkaSetup): string =>
  Object.entries({ ...listenersOf(setup.ports), ...accessOf(setup), ...STORAGE })
    .map(([key, value]) => `${key}=${value}\n`)
    .join("") + `log.dirs=${setup.data}\n`;

const listenersOf = ({ kafka, controller }: KafkaPorts) => ({
  "process.roles": "broker,controller",
  "node.id": 1,
  "controller.quorum.voters": `1@127.0.0.1:${controller}`,
  listeners: `SASL_PLAINTEXT://127.0.0.1:${kafka},CONTROLLER://127.0.0.1:${controller}`,
  "advertised.listeners": `SASL_PLAINTEXT://127.0.0.1:${kafka}`,
  "listener.security.protocol.map": "CONTROLLER:SASL_PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT",
  "controller.listener.names": "CONTROLLER",
  "inter.broker.listener.name": "SASL_PLAINTEXT",
});

function accessOf({ secrets, introduction }: KafkaSetup) {
  const { "kafka-username": user, "kafka-password": password } = secrets;
  const controller = secrets["kafka-controller-password"];
  const all = [user, "controller", ...(introduction ? [introduction.username] : [])];
  return {
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "super.users": all.map((name) => `User:${name}`).join(";"),
    "sasl.enabled.mechanisms": introduction ? "SCRAM-SHA-512,PLAIN" : "SCRAM-SHA-512",
    "sasl.mechanism.inter.broker.protocol": "SCRAM-SHA-512",
    [`${LISTENER}.scram-sha-512.sasl.jaas.config`]: `${SECURITY}.scram.ScramLoginModule required username="${user}" password="${password}";`,
    ...(introduction && {
      [`${LISTENER}.plain.sasl.jaas.config`]: `${SECURITY}.plain.PlainLoginModule required user_${introduction.username}="${introduction.password}";`,
    }),
    // The controller keeps the SCRAM passwords, and cannot ask for one before it has read them.
    "sasl.mechanism.controller.protocol": "PLAIN",
    "listener.name.controller.sasl.enabled.mechanisms": "PLAIN",
    "listener.name.controller.plain.sasl.jaas.config": `${SECURITY}.plain.PlainLoginModule required username="controller" password="${controller}" user_controller="${controller}";`,
  };
}

const STORAGE = {
  "offsets.topic.replication.factor": 1,
  "offsets.topic.num.partitions": 3,
  "transaction.state.log.replication.factor": 1,
  "transaction.state.log.min.isr": 1,
  "transaction.state.log.num.partitions": 3,
  "share.coordinator.state.topic.replication.factor": 1,
  "share.coordinator.state.topic.min.isr": 1,
  "group.initial.rebalance.delay.ms": 0,
  "auto.create.topics.enable": false,
  // A broker that was killed may come back once its old life has timed out, and its controller begins to count as it
  // starts. One that stands still for longer is passed over until it is heard of again.
  "broker.session.timeout.ms": 1000,
  "broker.heartbeat.interval.ms": 200,
};
