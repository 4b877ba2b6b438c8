import { afterAll, beforeAll, describe } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { assistantsOfOthers } from "./features/assistants-of-others.ts";
import { badInput } from "./features/bad-input.ts";
import { burst } from "./features/burst.ts";
import { changesMoveReminders } from "./features/changes-move-reminders.ts";
import { deadLetters } from "./features/dead-letters.ts";
import { deadLettersByHand } from "./features/dlq.ts";
import { doorsAreShut } from "./features/doors-are-shut.ts";
import { everyEvent } from "./features/every-event.ts";
import { firstPath } from "./features/first-path.ts";
import { knownEverywhere } from "./features/known-everywhere.ts";
import { manyWriters } from "./features/many-writers.ts";
import { onceOnly } from "./features/once-only.ts";
import { operatorsView } from "./features/operators-view.ts";
import { otherLanguages } from "./features/other-languages.ts";
import { recurring } from "./features/recurring.ts";
import { twoWriters } from "./features/two-writers.ts";
import { ownData } from "./features/own-data.ts";
import { severalReminders } from "./features/several-reminders.ts";
import { tasks } from "./features/tasks.ts";
import { whateverIsLetIn } from "./features/whatever-is-let-in.ts";
import { undoing } from "./features/undo.ts";
import { withAModel } from "./features/with-a-model.ts";
import { PLENTY } from "./support/plenty.ts";
import { pythonApp } from "./support/python-app.ts";
import { type ScriptedModel, scriptedModel } from "./support/scripted-model.ts";

let mesh: Mesh;
let model: ScriptedModel;
const running = (): Mesh => mesh;

beforeAll(async () => {
  model = await scriptedModel();
  mesh = await startMesh({
    replicas: { "chat-api": 2, "reminder-service": 2 },
    env: { "chat-api": { ...PLENTY, MODEL_BASE_URL: model.baseUrl, MODEL: "scripted" } },
    extraApps: [pythonApp()],
  });
}, 300_000);
afterAll(async () => {
  await mesh?.stop();
  await model?.close();
}, 60_000);

describe("on a whole mesh, two replicas of chat-api and of reminder-service", () => {
  describe("from a sentence to a notification", () => {
    firstPath(running);
  });
  describe("once, however often it is delivered", () => {
    onceOnly(running);
  });
  describe("a change of mind", () => {
    changesMoveReminders(running);
  });
  describe("what comes again", () => {
    recurring(running);
  });
  describe("several reminders", () => {
    severalReminders(running);
  });
  describe("what a person knows of", () => {
    knownEverywhere(running);
  });
  describe("nine o'clock", () => {
    burst(running);
  });
  describe("the list", () => {
    tasks(running);
  });
  describe("many writers", () => {
    manyWriters(running);
  });
  describe("taking back", () => {
    undoing(running);
  });
  describe("assistants of others", () => {
    assistantsOfOthers(running);
  });
  describe("what is mine", () => {
    ownData(running);
  });
  describe("a broken event", () => {
    deadLetters(running);
  });
  describe("dead letters, by hand", () => {
    deadLettersByHand(running);
  });
  describe("the operator's view", () => {
    operatorsView(running);
  });
  describe("two writers", () => {
    twoWriters(running);
  });
  describe("the doors", () => {
    doorsAreShut(running);
  });
  describe("bad input", () => {
    badInput(running);
  });
  describe("whatever is let in", () => {
    whateverIsLetIn(running);
  });
  describe("a program in Python", () => {
    otherLanguages(running);
  });
  describe("a model", () => {
    withAModel(running);
  });
  describe("the events, as they are written down", () => {
    everyEvent(running);
  });
});
