import { afterAll, afterEach, beforeAll, describe } from "@jest/globals";
import type { Browser } from "@playwright/test";
import { type Mesh, startMesh } from "@todo-mesh/mesh";
import { PLENTY } from "../support/plenty.ts";
import { type ScriptedModel, scriptedModel } from "../support/scripted-model.ts";
import { startBrowser } from "./browser.ts";
import { chat } from "./chat.ts";
import { conversations } from "./conversations.ts";
import { imports } from "./imports.ts";
import { lasting } from "./lasting.ts";
import { looks } from "./looks.ts";
import { peopleAt } from "./people.ts";
import { preferences } from "./preferences.ts";
import { AUDIENCE, CLIENT, type SignInProvider, signInProvider } from "./provider.ts";
import { reading } from "./reading.ts";
import { reminders } from "./reminders.ts";
import { resuming } from "./resuming.ts";
import { several } from "./several.ts";
import { signingIn } from "./signing-in.ts";
import { signingInElsewhere } from "./signing-in-elsewhere.ts";
import { tasks } from "./tasks.ts";
import { together } from "./together.ts";
import { touching } from "./touching.ts";

/** The replica of chat-api where a provider signs people in; at the others a link does. */
const WITH_PROVIDER = 2;

let model: ScriptedModel;
let provider: SignInProvider;
let mesh: Mesh;
let browser: Browser;
const people = peopleAt(
  () => mesh,
  () => browser,
);

beforeAll(async () => {
  browser = await startBrowser();
  model = await scriptedModel();
  provider = await signInProvider();
  mesh = await startMesh({
    replicas: { "chat-api": 3 },
    env: {
      "chat-api": { ...PLENTY, MODEL_BASE_URL: model.baseUrl, MODEL: "scripted" },
      "chat-api-3": {
        AUTH_MODE: "oidc",
        OIDC_ISSUER: provider.issuer,
        OIDC_AUDIENCE: AUDIENCE,
        OIDC_PAGE_CLIENT_ID: CLIENT,
      },
    },
  });
  provider.open(mesh.publicUrl(WITH_PROVIDER));
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await mesh?.stop();
  await provider?.close();
  await model?.close();
}, 60_000);

// Whatever is tried: the policy refuses nothing, nothing is thrown, and nobody else is asked for anything.
afterEach(async () => {
  const faults = await people.leave();
  if (faults.length > 0) throw new Error(faults.join("\n"));
});

describe("the page, on a whole mesh with several replicas of chat-api", () => {
  describe("signing in", () => {
    signingIn(people);
  });
  describe("signing in with a provider", () => {
    signingInElsewhere(people, () => provider, WITH_PROVIDER);
  });
  describe("tasks", () => {
    tasks(people);
  });
  describe("several tasks, and where they stand", () => {
    several(people);
  });
  describe("series and reminders", () => {
    reminders(people);
  });
  describe("the chat", () => {
    chat(people);
  });
  describe("conversations, and what waits for a yes", () => {
    conversations(people);
  });
  describe("an answer whose reader goes, or whose process", () => {
    resuming(people);
  });
  describe("while an answer grows", () => {
    reading(people);
  });
  describe("what lasts", () => {
    lasting(people);
  });
  describe("preferences, and what is one's own", () => {
    preferences(people);
  });
  describe("what is brought along", () => {
    imports(people);
  });
  describe("live", () => {
    together(people);
  });
  describe("by finger", () => {
    touching(people);
  });
  describe("for everyone, on every screen", () => {
    looks(people);
  });
});
