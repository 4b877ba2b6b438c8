import { randomBytes } from "node:crypto";
import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { kafkaFolderIn, type Place } from "../plan/place.ts";
import { bareEnv, type PartSpec } from "../life/spec.ts";
import { haveTopics } from "./topics.ts";

// A small machine: the cheap compiler and collector start faster and keep less than what they cost.
const JVM = ["-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
const LOGGING = [
  "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
  "-Dorg.slf4j.simpleLogger.showDateTime=true",
];

interface KafkaPorts {
  readonly kafka: number;
  readonly controller: number;
}

export function kafkaPart(place: Place, { kafka, controller }: KafkaPorts): PartSpec {
  const folder = kafkaFolderIn(place.folder);
  const properties = join(folder, "server.properties");
  const { java, kafkaClasspath } = place.runtime;
  const run = [java, ...JVM, ...LOGGING, "-cp", kafkaClasspath] as const;
  return {
    name: "kafka",
    command: [...run, "kafka.Kafka", properties],
    env: bareEnv(),
    needs: [],
    ports: { kafka, controller },
    prepare: async (signal) => {
      await mkdir(folder, { recursive: true });
      await writeFile(properties, settings(join(folder, "data"), { kafka, controller }));
      const formatted = join(folder, "data", "meta.properties");
      if (
        await access(formatted).then(
          () => false,
          () => true,
        )
      )
        await format([...run, "kafka.tools.StorageTool"], properties, signal);
    },
    ready: async () => haveTopics(kafka),
    stopSignal: "SIGTERM",
    graceMs: 15_000,
    data: [folder],
  };
}

async function format(tool: readonly string[], properties: string, cancelSignal: AbortSignal) {
  const [file = "", ...args] = tool;
  const id = randomBytes(16).toString("base64url");
  await execa(
    file,
    [...args, "format", "--ignore-formatted", `--cluster-id=${id}`, "-c", properties],
    {
      env: bareEnv(),
      extendEnv: false,
      cancelSignal,
      stdin: "ignore",
    },
  );
}

/** One broker that is its own controller, on loopback only. */
const settings = (data: string, { kafka, controller }: KafkaPorts): string =>
  Object.entries({
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.quorum.voters": `1@127.0.0.1:${controller}`,
    listeners: `PLAINTEXT://127.0.0.1:${kafka},CONTROLLER://127.0.0.1:${controller}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${kafka}`,
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    "log.dirs": data,
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 3,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "transaction.state.log.num.partitions": 3,
    "share.coordinator.state.topic.replication.factor": 1,
    "share.coordinator.state.topic.min.isr": 1,
    "group.initial.rebalance.delay.ms": 0,
    "auto.create.topics.enable": false,
    // A broker that was killed may come back once its old life has timed out.
    "broker.session.timeout.ms": 3000,
    "broker.heartbeat.interval.ms": 500,
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join("");
