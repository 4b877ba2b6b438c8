import { rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { innerFolder, kafkaFolderIn, type Place } from "../machine/place.ts";
import { bareEnv, type PartSpec } from "../life/spec.ts";
import { kafkaAccess, meshUser } from "./kafka-access.ts";
import { formatKafka, introduceUsers, knowsUsers, newIntroduction } from "./kafka-user.ts";
import { type Introduction, type KafkaPorts, kafkaSettings } from "./kafka-settings.ts";
import { haveTopics } from "./topics.ts";

// A small machine: the cheap compiler and collector start faster and keep less than what they cost.
const JVM = ["-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
const LOGGING = [
  "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
  "-Dorg.slf4j.simpleLogger.showDateTime=true",
];

export function kafkaPart(place: Place, ports: KafkaPorts): PartSpec {
  const { secrets, runtime } = place;
  const folder = kafkaFolderIn(place.folder);
  const [properties, data] = [join(folder, "server.properties"), join(folder, "data")];
  const tool = [runtime.java, ...JVM, ...LOGGING, "-cp", runtime.kafkaClasspath] as const;
  const broker = `127.0.0.1:${ports.kafka}`;
  const kept = { folder, properties, secrets, tool };
  let introduction: Introduction | undefined;
  return {
    name: "kafka",
    command: [...tool, "kafka.Kafka", properties],
    env: bareEnv(),
    needs: [],
    ports: { ...ports },
    prepare: async (signal) => {
      innerFolder(folder);
      const formatted = existsSync(join(data, "meta.properties"));
      introduction = formatted && !knowsUsers(kept) ? newIntroduction() : undefined;
      const setup = { data, ports, secrets, introduction };
      // One that stands keeps the mode that an earlier version gave it.
      await rm(properties, { force: true });
      await writeFile(properties, kafkaSettings(setup), { mode: 0o600 });
      if (!formatted) await formatKafka(kept, signal);
    },
    ready: async () => {
      if (introduction) await introduceUsers({ ...kept, broker }, introduction);
      introduction = undefined;
      return haveTopics(ports.kafka, kafkaAccess(broker, meshUser(secrets)));
    },
    stopSignal: "SIGTERM",
    graceMs: 15_000,
    data: [folder],
  };
}
