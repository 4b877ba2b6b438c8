import { afterAll, beforeAll, describe } from "@jest/globals";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { chatWithoutAStore } from "./faults/chat-without-a-store.ts";
import { outboxTakenOver } from "./faults/outbox-taken-over.ts";
import { reminderSurvives } from "./faults/reminder-survives.ts";

let mesh: Mesh;
const running = (): Mesh => mesh;

beforeAll(async () => {
  mesh = await startMesh({ replicas: { "chat-api": 2 } });
}, 300_000);
afterAll(async () => mesh?.stop(), 60_000);

describe("when something dies", () => {
  describe("the reminder still comes, once", () => {
    reminderSurvives(running);
  });
  describe("right after the state transaction", () => {
    outboxTakenOver(running);
  });
  describe("the chat", () => {
    chatWithoutAStore(running);
  });
});
