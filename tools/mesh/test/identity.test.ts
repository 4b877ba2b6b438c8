import { createHmac } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  credentialsIn,
  credentialsLast,
  jwksIn,
  prepareIdentities,
  renewTokens,
  tokenFileOf,
} from "../src/parts/identity.ts";
import { ensureSecrets } from "../src/plan/secrets.ts";
import { aFolder } from "./fixtures.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

function aMesh() {
  const folder = aFolder();
  return { folder, secrets: ensureSecrets(folder) };
}

function claimsOf(file: string): Record<string, unknown> {
  const [, claims = ""] = readFileSync(file, "utf8").split(".");
  return JSON.parse(Buffer.from(claims, "base64url").toString());
}

test("each app's token names that app, is for sentry, lasts a month, and is for its owner alone", () => {
  const mesh = aMesh();
  prepareIdentities(mesh);
  renewTokens(mesh, ["chat-api", "chat-api"], 1_800_000_000_000);
  expect(claimsOf(tokenFileOf(mesh.folder, "chat-api"))).toEqual({
    sub: "spiffe://public/ns/default/chat-api",
    aud: "spiffe://localhost/ns/default/dapr-sentry",
    iat: 1_800_000_000,
    exp: 1_800_000_000 + 30 * 24 * 60 * 60,
  });
  expect(claimsOf(tokenFileOf(mesh.folder, "dapr-scheduler"))["sub"]).toBe(
    "spiffe://localhost/ns/default/dapr-scheduler",
  );
  for (const file of [tokenFileOf(mesh.folder, "chat-api"), jwksIn(mesh.folder)])
    expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a token is signed with the key that sentry is given", () => {
  const mesh = aMesh();
  prepareIdentities(mesh);
  renewTokens(mesh, ["chat-api"]);
  const { keys } = JSON.parse(readFileSync(jwksIn(mesh.folder), "utf8"));
  const token = readFileSync(tokenFileOf(mesh.folder, "chat-api"), "utf8");
  const [head, claims, signature] = token.split(".");
  const key = Buffer.from(keys[0].k, "base64url");
  const right = createHmac("sha256", key).update(`${head}.${claims}`).digest("base64url");
  expect(signature).toBe(right);
});

// Made once with openssl: it ends on 2036-11-23.
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBMjCB5aADAgECAhRYUwIiNalwafkMv1I8t5283nE1DzAFBgMrZXAwDzENMAsG
A1UEAwwEdGVzdDAeFw0yNjExMjYxNTM3NTdaFw0zNjExMjMxNTM3NTdaMA8xDTAL
BgNVBAMMBHRlc3QwKjAFBgMrZXADIQDMYVU6dxKmJ5SgDsQ8XafpNaRImopxeyNw
sCcJBPG2cKNTMFEwHQYDVR0OBBYEFATVfqkqNwxorAtHIok/PdAWYX/SMB8GA1Ud
IwQYMBaAFATVfqkqNwxorAtHIok/PdAWYX/SMA8GA1UdEwEB/wQFMAMBAf8wBQYD
K2VwA0EAAAENR5Vb0qkZF/0i3T5aG8gd+m0GsCGTSvs7+f05Q/stXWll+jHTKVz4
Yqo4ci4I6a7qsJw9j5dpe/cvN15ECQ==
-----END CERTIFICATE-----`;

test("credentials are kept while they last two months more, and made anew when they do not", () => {
  const mesh = aMesh();
  prepareIdentities(mesh);
  const file = join(credentialsIn(mesh.folder), "issuer.crt");
  mkdirSync(credentialsIn(mesh.folder), { recursive: true });
  writeFileSync(file, CERTIFICATE);
  const end = Date.parse("2036-11-23T00:00:00Z");
  prepareIdentities(mesh, end - 70 * DAY_MS);
  expect([existsSync(file), credentialsLast(mesh.folder, end - 70 * DAY_MS)]).toEqual([true, true]);
  expect(credentialsLast(mesh.folder, end - 50 * DAY_MS)).toBe(false);
  prepareIdentities(mesh, end - 50 * DAY_MS);
  expect(existsSync(file)).toBe(false);
});
