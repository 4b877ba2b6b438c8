import { expect, test } from "@jest/globals";
import { SessionRead } from "@todo-mesh/contracts";
import request from "supertest";
import { buildPublicApp } from "../../src/app.ts";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
const session = async (deps: object = {}): Promise<SessionRead> => {
  const app = buildPublicApp({ ...api.publicDeps, ...deps });
  const answer = await request(app)
    .get("/api/ada/session")
    .auth(api.token, { type: "bearer" })
    .expect(200);
  return SessionRead.parse(answer.body);
};

test("whoever begins learns who they are, what they have chosen, and what this mesh can do", async () => {
  api = await aChatApi();
  const nothing = { preferences: { version: 0 }, sign_in: { mode: "dev" }, model: false };
  expect(await session()).toEqual({ user_id: "ada", ...nothing, channels: ["inbox"] });
  await api.as("patch", "/preferences").send({ timezone: "Europe/Rome" }).expect(200);
  const auth = { mode: "oidc", issuer: "https://id.example" };
  expect(await session({ auth, hasModel: true })).toMatchObject({
    preferences: { version: 1, timezone: "Europe/Rome" },
    sign_in: auth,
    model: true,
  });
});
