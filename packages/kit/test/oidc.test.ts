import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { kindOf } from "@todo-mesh/ports";
import express from "express";
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { type CloseDoor, listen, oidcVerifier, type VerifyToken } from "../src/index.ts";

const rsa = await generateKeyPair("RS256", { extractable: true });
const ed = await generateKeyPair("EdDSA");
const stranger = await generateKeyPair("RS256");
const keys = [
  { ...(await exportJWK(rsa.publicKey)), kid: "rsa", alg: "RS256", use: "sig" },
  { ...(await exportJWK(ed.publicKey)), kid: "ed", alg: "EdDSA" },
  { kty: "oct", k: "c2VjcmV0LXRoYXQtc2hvdWxkLW5vdC1iZS1oZXJl", kid: "oct", alg: "HS256" },
];

let door: CloseDoor;
let issuer: string;
let verify: VerifyToken;
let asked = 0;
let away = false;
let claimed: string | undefined;

beforeAll(async () => {
  const provider = express()
    .use((_req, res, next) => (away ? void res.status(503).end() : next()))
    .get("/.well-known/openid-configuration", (_req, res) => {
      asked += 1;
      res.json({ issuer: claimed ?? issuer, jwks_uri: `${issuer}/keys` });
    })
    .get("/keys", (_req, res) => res.json({ keys }));
  door = await listen(provider, { host: "127.0.0.1", port: 0, name: "provider", graceMs: 0 });
  issuer = `http://127.0.0.1:${door.port}`;
  verify = oidcVerifier({ issuer, audience: "todo" });
});
afterAll(async () => door());

const claims = (over: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: "todo",
  sub: "auth0|ada",
  exp: Math.floor(Date.now() / 1_000) + 600,
  ...over,
});
const token = (
  over: JWTPayload = {},
  header = { alg: "RS256", kid: "rsa" },
  key = rsa.privateKey,
) => new SignJWT(claims(over)).setProtectedHeader(header).sign(key);
const kindOfRefusal = async (text: string, by = verify) =>
  by(text).then(
    () => "let in",
    (error: unknown) => kindOf(error),
  );

test("a provider's token lets its person in, and its keys are found once", async () => {
  expect(await verify(await token())).toBe("auth0|ada");
  expect(await verify(await token({}, { alg: "EdDSA", kid: "ed" }, ed.privateKey))).toBe(
    "auth0|ada",
  );
  expect(asked).toBe(1);
});

test.each<[string, () => Promise<string>]>([
  ["signed by a stranger", () => token({}, { alg: "RS256", kid: "rsa" }, stranger.privateKey)],
  ["of another issuer", () => token({ iss: "https://elsewhere.example" })],
  ["for another audience", () => token({ aud: "other" })],
  ["that has expired", () => token({ exp: 1 })],
  ["not valid yet", () => token({ nbf: Math.floor(Date.now() / 1_000) + 600 })],
])("a token %s is refused", async (_name, make) => {
  expect(await kindOfRefusal(await make())).toBe("unauthenticated");
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

test("the public key is no secret to sign with (HS256 for RS256)", async () => {
  for (const kid of ["rsa", "oct"]) {
    const text = `${part({ alg: "HS256", kid })}.${part(claims())}`;
    const key =
      kid === "rsa" ? await exportSPKI(rsa.publicKey) : Buffer.from(keys[2]?.k ?? "", "base64url");
    const mac = createHmac("sha256", key).update(text).digest("base64url");
    expect(await kindOfRefusal(`${text}.${mac}`)).toBe("unauthenticated");
  }
});

test("a provider that is away is our trouble, not the person's, and is asked again", async () => {
  let nowMs = 0;
  const later = oidcVerifier({ issuer, audience: "todo" }, () => nowMs);
  const good = await token();
  away = true;
  expect(await kindOfRefusal(good, later)).toBe("unavailable");
  expect(
    await kindOfRefusal(
      good,
      oidcVerifier({ issuer, audience: "todo", jwksUrl: `${issuer}/keys` }),
    ),
  ).toBe("unavailable");
  away = false;
  nowMs += 2_000;
  expect(await later(good)).toBe("auth0|ada");
});

test("a provider that goes by another name is not believed", async () => {
  claimed = "https://elsewhere.example";
  expect(await kindOfRefusal(await token(), oidcVerifier({ issuer, audience: "todo" }))).toBe(
    "unavailable",
  );
  claimed = undefined;
});

test("keys over plain HTTP from another machine are refused at the start", () => {
  const audience = "todo";
  expect(() => oidcVerifier({ issuer: "http://login.example", audience })).toThrow("over https");
  expect(() =>
    oidcVerifier({ issuer: "https://login.example", audience, jwksUrl: "http://x.example/keys" }),
  ).toThrow("over https");
});
