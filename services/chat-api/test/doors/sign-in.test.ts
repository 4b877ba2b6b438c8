import { beforeEach, expect, test } from "@jest/globals";

import { AppError } from "@todo-mesh/ports";
import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";
import { createSignIn } from "../../src/outbound/sign-in.ts";
import { aChatApi, type ChatApi, SECRET } from "../a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});

test("before the sign-in secret is there nobody comes in, and it is asked for until it comes", async () => {
  let tries = 0;
  const secrets = {
    get: async () => {
      tries += 1;
      if (tries < 3) throw new AppError("unavailable", "no sidecar yet");
      return SECRET;
    },
  };
  const signIn = createSignIn({ mode: "dev" }, { secrets, log: api.log }, async () => undefined);
  const app = buildPublicApp({ ...api.publicDeps, verify: signIn.verify });
  const get = () => request(app).get("/api/ada/tasks/x").auth(api.token, { type: "bearer" });
  const early = await get().expect(503);
  expect(early.headers["retry-after"]).toBeDefined();
  expect(signIn.isOpen()).toBe(false);
  await signIn.open();
  expect(signIn.isOpen()).toBe(true);
  await get().expect(404);
});
