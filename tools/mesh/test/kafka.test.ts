import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { kafkaPart } from "../src/parts/kafka.ts";
import { kafkaSettings } from "../src/parts/kafka-settings.ts";
import { aFolder, aPlace, SECRETS } from "./fixtures.ts";

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
