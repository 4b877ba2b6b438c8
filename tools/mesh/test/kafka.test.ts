import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { SOURCES } from "@todo-mesh/contracts/events";
import kafkajs, { type AclEntry } from "kafkajs";
import { kafkaPart } from "../src/parts/kafka.ts";
import { kafkaSettings } from "../src/parts/kafka-settings.ts";
import { knowsUsers } from "../src/parts/kafka-user.ts";
import { operatorRights } from "../src/parts/operator-rights.ts";
import { aFolder, aPlace, SECRETS } from "./fixtures.ts";

const usersIn = (text: string) => /^super\.users=(.*)$/m.exec(text)?.[1];
const setup = { data: "/data", ports: { kafka: 1, controller: 2 }, secrets: SECRETS };

test("every listener of Kafka asks who it is, and the one for clients by SCRAM alone", () => {
  const text = kafkaSettings(setup);
  expect(text).toMatch(
    /^listeners=SASL_PLAINTEXT:\/\/127\.0\.0\.1:1,CONTROLLER:\/\/127\.0\.0\.1:2$/m,
  );
  expect(text).toMatch(
    /^listener\.security\.protocol\.map=CONTROLLER:SASL_PLAINTEXT,SASL_PLAINTEXT:/m,
  );
  expect(text).toMatch(/^sasl\.enabled\.mechanisms=SCRAM-SHA-512$/m);
});

test("only our own user may do everything, and who was let in for one start during that start", () => {
  const text = kafkaSettings(setup);
  expect(text).toMatch(/^authorizer\.class\.name=.*StandardAuthorizer$/m);
  expect(usersIn(text)).toBe("User:todo_mesh;User:controller");
  const introduction = { username: "introduction", password: "once" };
  expect(usersIn(kafkaSettings({ ...setup, introduction }))).toContain(";User:introduction");
});

test("a store that does not know the operator yet, as of a version before, is introduced to them", async () => {
  const folder = aFolder();
  mkdirSync(join(folder, "data"), { recursive: true });
  const scram = `SCRAM-SHA-512=[name=todo_mesh,iterations=4096,password=${SECRETS["kafka-password"]}]`;
  writeFileSync(join(folder, "knows-user"), createHash("sha256").update(scram).digest("hex"));
  expect(knowsUsers({ folder, properties: "", secrets: SECRETS, tool: [] })).toBe(false);
});

test("whoever looks after dead letters may read them and write where they came from, and nothing else", () => {
  const { AclOperationTypes, AclResourceTypes } = kafkajs;
  const rights = operatorRights();
  const namesFor = (wanted: AclEntry["operation"], resource: AclEntry["resourceType"]) =>
    rights.flatMap(({ resourceName, resourceType, operation }) =>
      operation === wanted && resourceType === resource ? [resourceName] : [],
    );
  const topics = Object.keys(SOURCES);
  expect(namesFor(AclOperationTypes.READ, AclResourceTypes.TOPIC)).toEqual(
    topics.map((topic) => `${topic}.dlq`),
  );
  expect(namesFor(AclOperationTypes.WRITE, AclResourceTypes.TOPIC)).toEqual(topics);
  expect(rights).toHaveLength(2 * topics.length + 1);
});

test("a store of a version that asked nobody is opened for one start by a password of that start", async () => {
  const folder = aFolder();
  mkdirSync(join(folder, "kafka", "data"), { recursive: true });
  writeFileSync(join(folder, "kafka", "data", "meta.properties"), "");
  const properties = join(folder, "kafka", "server.properties");
  writeFileSync(properties, "", { mode: 0o644 });
  const part = kafkaPart(aPlace(folder), { kafka: 1, controller: 2 });
  const introduced = async () => {
    await part.prepare?.(new AbortController().signal);
    const text = readFileSync(properties, "utf8");
    expect(text).toMatch(/^sasl\.enabled\.mechanisms=SCRAM-SHA-512,PLAIN$/m);
    return /user_introduction="([^"]{43})"/.exec(text)?.[1];
  };
  expect(await introduced()).not.toBe(await introduced());
  // It holds passwords, and an earlier version left its folder open.
  expect(statSync(properties).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "kafka")).mode & 0o777).toBe(0o700);
});
