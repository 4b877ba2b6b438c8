import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { burstSurvives } from "./faults/burst-survives.ts";
import { chatWithoutAStore } from "./faults/chat-without-a-store.ts";
import { killedAtCommit } from "./faults/killed-at-commit.ts";
import { killedAtRandom } from "./faults/killed-at-random.ts";
import { outboxTakenOver } from "./faults/outbox-taken-over.ts";
import { reminderSurvives } from "./faults/reminder-survives.ts";
import { turnSurvives } from "./faults/turn-survives.ts";
import { type ScriptedModel, scriptedModel } from "./support/scripted-model.ts";

// chat-api-1 carries a preload that kills it where a file says: a fail point that no service has in its own code.
const failPointFolder = mkdtempSync(join(tmpdir(), "fail-point-"));
const failPointFile = join(failPointFolder, "point.json");
const failPoint = {
  NODE_OPTIONS: `--import=${new URL("support/fail-point.ts", import.meta.url).href}`,
  FAIL_POINT_FILE: failPointFile,
};

let mesh: Mesh;
let model: ScriptedModel;
const running = (): Mesh => mesh;

beforeAll(async () => {
  model = await scriptedModel();
  mesh = await startMesh({
    replicas: { "chat-api": 2 },
    env: {
      "chat-api": { MODEL_BASE_URL: model.baseUrl, MODEL: "scripted" },
      "chat-api-1": failPoint,
    },
  });
}, 300_000);
afterAll(async () => {
  await mesh?.stop();
  await model?.close();
  rmSync(failPointFolder, { recursive: true, force: true });
}, 60_000);

describe("when something dies", () => {
  describe("the reminder still comes, once", () => {
    reminderSurvives(running);
  });
  describe("the reminders of many at one moment all come, once", () => {
    burstSurvives(running);
  });
  describe("chat-api is killed", () => {
    killedAtCommit(running, failPointFile);
    turnSurvives(running);
  });
  describe("right after the state transaction", () => {
    outboxTakenOver(running);
  });
  describe("the chat", () => {
    chatWithoutAStore(running);
  });
  describe("every six seconds, whichever it is", () => {
    killedAtRandom(running);
  });
});
