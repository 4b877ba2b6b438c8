import { expect, test } from "@jest/globals";
import { SessionRead, TokenOwner } from "@todo-mesh/contracts";
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

test("a token tells whom it speaks for, and no token tells nothing", async () => {
  const { body } = await request(api.app)
    .get("/me")
    .auth(api.token, { type: "bearer" })
    .expect(200);
  expect(TokenOwner.parse(body)).toEqual({ user_id: "ada" });
  await request(api.app).get("/me").expect(401);
  await request(api.app).get("/me").auth("none.that.holds", { type: "bearer" }).expect(401);
  await request(api.app).post("/me").auth(api.token, { type: "bearer" }).expect(405);
});
