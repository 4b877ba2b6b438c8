import { access, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { ensureParts } from "../src/runtime.ts";
import { RuntimeUnavailable } from "../src/unavailable.ts";
import { fakeTools } from "./fake-tools.ts";

let machine: Awaited<ReturnType<typeof fakeTools>>;
let told: string[];
beforeEach(async () => {
  machine = await fakeTools();
  told = [];
});
afterEach(async () => machine.remove());

const ensure = async (env: NodeJS.ProcessEnv = machine.env) =>
  ensureParts({ env, report: (line) => told.push(line) });
const sentence = async (): Promise<string> =>
  ensure().then(
    () => "nothing is missing",
    (error: unknown) => (error instanceof RuntimeUnavailable ? error.message : String(error)),
  );

const refusal = async () => ({
  lines: (await sentence()).split("\n"),
  begun: await machine.calls(),
});

describe("making Dapr and Kafka present", () => {
  test("every path it answers stands, in versioned folders of the cache", async () => {
    const { java, kafkaClasspath, ...dapr } = await ensure();
    await Promise.all(Object.values(dapr).map(async (path) => access(path)));
    expect(java).toBe(join(machine.tools, "java"));
    expect(dapr.daprd).toMatch(/\/todo-mesh\/dapr-1\.18\.3-[0-9a-f]{12}\/daprd$/);
    expect(kafkaClasspath).toMatch(/\/todo-mesh\/kafka-4\.3\.1-[0-9a-f]{12}\/\*$/);
    expect(await readdir(dirname(kafkaClasspath))).toEqual(["kafka-server-4.3.1.jar"]);
  });

  test("says what it does", async () => {
    await ensure();
    expect(told).toContainEqual(expect.stringMatching(/^Dapr 1\.18\.3: building;/));
    expect(told).toContainEqual(expect.stringMatching(/^Dapr 1\.18\.3: ready \(\d+:\d\d\)$/));
    expect(told).toContainEqual(expect.stringMatching(/^Kafka 4\.3\.1: ready/));
  });

  test("a second call does nothing and says nothing, even with Go and Maven gone", async () => {
    const first = await ensure();
    const calls = await machine.calls();
    told = [];
    await machine.uninstall("go");
    await machine.uninstall("mvn");
    expect(await ensure()).toEqual(first);
    expect(await machine.calls()).toEqual(calls);
    expect(told).toEqual([]);
  });

  test("two calls at once build once", async () => {
    const [first, second] = await Promise.all([ensure(), ensure()]);
    expect(second).toEqual(first);
    const builds = (await machine.calls()).filter((call) => call.startsWith("go build"));
    expect(builds).toHaveLength(1);
  });

  test("Java comes from JAVA_HOME where that is set", async () => {
    const nowhere = { ...machine.env, JAVA_HOME: "/nowhere" };
    expect((await ensure(nowhere)).java).toBe(join(machine.tools, "java"));
  });
});

describe("a build that fails", () => {
  const BROKEN = `case "$1 $2" in "list -m") exit 0 ;; build*) touch "$4daprd"; echo "no space left" >&2; exit 1 ;; esac`;

  test("shows the end of its output and leaves nothing to be mistaken for a whole one", async () => {
    await machine.install("go", BROKEN);
    expect(await sentence()).toBe("Building Dapr failed:\nno space left");
    expect((await readdir(machine.cache)).filter((name) => name.startsWith("dapr"))).toEqual([]);
    await machine.repair();
    expect(await sentence()).toBe("nothing is missing");
  });

  test("is one, too, if the daprd built says another version", async () => {
    await machine.install(
      "go",
      `case "$1" in build) printf '#!/bin/sh\\necho 9.9\\n' > "$4daprd"; chmod +x "$4daprd" ;; esac`,
    );
    expect(await sentence()).toMatch(/not 1\.18\.3 but says: 9\.9/);
  });

  test("stops what runs beside it", async () => {
    await machine.install("go", BROKEN);
    await machine.install("mvn", "exec sleep 600");
    expect(await sentence()).toMatch(/^Building Dapr failed/);
  });

  test("can be called off", async () => {
    await machine.install("mvn", "exec sleep 600");
    const calledOff = new AbortController();
    const reason = new Error("Ctrl-C");
    const report = (line: string) => {
      if (line.includes("fetching")) calledOff.abort(reason);
    };
    const work = ensureParts({ env: machine.env, report, signal: calledOff.signal });
    await expect(work).rejects.toBe(reason);
  });
});

describe("a tool that is missing ends it, before anything is begun, with one sentence", () => {
  test.each([
    ["go", /^Go is needed to build Dapr, but was not found: .*go\.dev\/dl .*Debian.*macOS/],
    ["java", /^Java 17 .* Kafka, but was not found: .*apt-get install .*Debian.*macOS/],
    ["mvn", /^Maven is needed to fetch Kafka, but was not found: .*apt-get.*Debian.*macOS/],
  ])("%s", async (tool, words) => {
    await machine.uninstall(tool);
    expect(await refusal()).toEqual({ lines: [expect.stringMatching(words)], begun: [] });
  });

  test("all of them at once, a sentence each", async () => {
    for (const tool of ["go", "java", "mvn"]) await machine.uninstall(tool);
    expect((await refusal()).lines).toHaveLength(3);
  });

  test("a Go that is too old says so in its own words", async () => {
    await machine.install("go", `echo "go: go.mod requires go >= 1.26.6" >&2; exit 1`);
    const words = expect.stringMatching(
      /\/go will not do \(go: go\.mod requires go >= 1\.26\.6\): install it from/,
    );
    expect(await refusal()).toEqual({ lines: [words], begun: [] });
  });

  test.each([
    ["too old", `echo 'openjdk version "11.0.2"' >&2`, /but .*\/java is version 11:/],
    ["before Java 9", `echo 'java version "1.8.0_301"' >&2`, /but .*\/java is version 1:/],
    ["only macOS's hint to install one", "exit 1", /but .*\/java does not run:/],
  ])("a Java that is %s", async (_which, script, words) => {
    await machine.install("java", script);
    expect(await refusal()).toEqual({ lines: [expect.stringMatching(words)], begun: [] });
  });
});
