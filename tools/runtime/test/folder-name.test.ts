import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { daprPart } from "../src/dapr.ts";
import { kafkaPart } from "../src/kafka.ts";
import { cacheFolder } from "../src/part.ts";

let copy: string;
beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), "inputs-"));
  for (const input of ["dapr", "kafka"])
    await cp(fileURLToPath(new URL(`../${input}`, import.meta.url)), join(copy, input), {
      recursive: true,
    });
});
afterEach(async () => rm(copy, { recursive: true }));

const env = { HOME: "/home/ada" };
const daprName = async () => basename((await daprPart(env, join(copy, "dapr"))).folder);
const kafkaName = async () => basename((await kafkaPart(env, join(copy, "kafka/pom.xml"))).folder);

describe("the folder of a part", () => {
  test("stays the same while its inputs do, wherever the checkout stands", async () => {
    expect(await daprName()).toBe(basename((await daprPart(env)).folder));
    expect(await kafkaName()).toBe(basename((await kafkaPart(env)).folder));
  });

  test.each(["go.mod", "go.sum", "cmd/daprd/main.go", "internal/health/health.go"])(
    "of Dapr changes with %s",
    async (input) => {
      const before = await daprName();
      await appendFile(join(copy, "dapr", input), "\n");
      expect(await daprName()).not.toBe(before);
    },
  );

  test("of Kafka changes with its pom, and names the version there", async () => {
    const pom = join(copy, "kafka/pom.xml");
    await writeFile(pom, (await readFile(pom, "utf8")).replaceAll("4.3.1", "4.4.0"));
    expect(await kafkaName()).toMatch(/^kafka-4\.4\.0-/);
  });

  test("stands in XDG_CACHE_HOME, else in .cache of the home folder", () => {
    expect(cacheFolder({ ...env, XDG_CACHE_HOME: "/cache" })).toBe("/cache/todo-mesh");
    expect(cacheFolder({ ...env, XDG_CACHE_HOME: "" })).toBe("/home/ada/.cache/todo-mesh");
    expect(cacheFolder(env)).toBe("/home/ada/.cache/todo-mesh");
  });
});
