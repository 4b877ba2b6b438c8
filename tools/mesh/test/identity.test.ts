import { createHmac, generateKeyPairSync } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { keepRenewed } from "../src/life/keep-renewed.ts";
import {
  credentialsIn,
  credentialsAreGood,
  jwksIn,
  prepareIdentities,
  renewTokens,
  tokenFileOf,
  tokenRoundMs,
} from "../src/parts/identity.ts";
import { ensureSecrets } from "../src/machine/secrets.ts";
import { aFolder } from "./fixtures.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

function aMesh() {
  const folder = aFolder();
  return { folder, secrets: ensureSecrets(folder) };
}

function claimsOf(file: string): Record<string, unknown> {
  const [, claims = ""] = readFileSync(file, "utf8").split(".");
  return JSON.parse(Buffer.from(claims, "base64url").toString());
}

test("each app's token names that app, is for sentry, lasts a month, holds also for a clock set back a day, and is for its owner alone", () => {
  const mesh = aMesh();
  prepareIdentities(mesh);
  renewTokens(mesh, ["chat-api", "chat-api"], 1_800_000_000_000);
  expect(claimsOf(tokenFileOf(mesh.folder, "chat-api"))).toEqual({
    sub: "spiffe://public/ns/default/chat-api",
    aud: "spiffe://localhost/ns/default/dapr-sentry",
    iat: 1_800_000_000 - 24 * 60 * 60,
    // Sentry takes it for five minutes more.
    exp: 1_800_000_000 + 30 * 24 * 60 * 60 - 5 * 60,
  });
  expect(claimsOf(tokenFileOf(mesh.folder, "dapr-scheduler"))["sub"]).toBe(
    "spiffe://localhost/ns/default/dapr-scheduler",
  );
  for (const file of [tokenFileOf(mesh.folder, "chat-api"), jwksIn(mesh.folder)])
    expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("where identities last for half a minute, so do tokens, and each is renewed three times before its end", () => {
  const mesh = { ...aMesh(), identitiesLastMs: 30_000 };
  prepareIdentities(mesh);
  renewTokens(mesh, ["chat-api"], 1_800_000_000_000);
  const { exp } = claimsOf(tokenFileOf(mesh.folder, "chat-api"));
  expect(exp).toBe(1_800_000_000 + 30 - 5 * 60);
  expect(tokenRoundMs(mesh)).toBe(10_000);
  expect(tokenRoundMs(aMesh())).toBe(60 * 60 * 1_000);
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

// Made once with openssl: self-signed, from 2026-11-26 to 2036-11-23.
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBMjCB5aADAgECAhQ1yHdt8liaDo7Io03UsIhOBtHO1TAFBgMrZXAwDzENMAsG
A1UEAwwEdGVzdDAeFw0yNjExMjYxODM5MzdaFw0zNjExMjMxODM5MzdaMA8xDTAL
BgNVBAMMBHRlc3QwKjAFBgMrZXADIQAfnBQ0OjUaCeKtJwsut0xQ0poJLFy6qubp
zDmYP1x3d6NTMFEwHQYDVR0OBBYEFIqXjveOnNTc+Wm1dRP6zfk9ltiSMB8GA1Ud
IwQYMBaAFIqXjveOnNTc+Wm1dRP6zfk9ltiSMA8GA1UdEwEB/wQFMAMBAf8wBQYD
K2VwA0EA9RgoHpol9HIDHKzjcesqI3rW9fyHHb5d+XLLj7EqZT9aBug5H3NH5VfK
miDuGXTBCNok4E+WIke8WtY1qGYACg==
-----END CERTIFICATE-----`;
const KEY = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEICca72OAE9ZXEWmC4pVfCGiZtnuKCbk6ZBtSLf4pNZM7
-----END PRIVATE KEY-----`;
const GOOD = { "ca.crt": CERTIFICATE, "issuer.crt": CERTIFICATE, "issuer.key": KEY };
const WITHIN = Date.parse("2030-01-01T00:00:00Z");
const END = Date.parse("2036-11-23T00:00:00Z");

/** A mesh whose sentry has these files; whether they are still there after a start. */
function startedWith(files: Record<string, string>, now = WITHIN) {
  const mesh = aMesh();
  prepareIdentities(mesh);
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(credentialsIn(mesh.folder), name), text);
  const isGood = credentialsAreGood(mesh.folder, now);
  prepareIdentities(mesh, now);
  return { isGood, left: readdirSync(credentialsIn(mesh.folder)).toSorted() };
}

test("credentials are kept while they last two months more", () => {
  const kept = { isGood: true, left: ["ca.crt", "issuer.crt", "issuer.key"] };
  expect(startedWith(GOOD)).toEqual(kept);
  expect(startedWith(GOOD, END - 70 * DAY_MS)).toEqual(kept);
});

const other = generateKeyPairSync("ed25519").privateKey;
test.each<[string, Record<string, string>, number]>([
  ["that end within two months", GOOD, END - 50 * DAY_MS],
  ["that are not valid yet, for the clock was set back", GOOD, Date.parse("2026-11-25T00:00:00Z")],
  ["of which the anchor is damaged", { ...GOOD, "ca.crt": CERTIFICATE.slice(0, 200) }, WITHIN],
  ["of which the certificate is empty", { ...GOOD, "issuer.crt": "" }, WITHIN],
  ["of which the key is damaged", { ...GOOD, "issuer.key": "no key" }, WITHIN],
  [
    "of which the key belongs to another",
    { ...GOOD, "issuer.key": String(other.export({ type: "pkcs8", format: "pem" })) },
    WITHIN,
  ],
  ["of which only a part is there", { "ca.crt": CERTIFICATE, "issuer.key": KEY }, WITHIN],
])("credentials %s are made anew", (_which, files, now) => {
  expect(startedWith(files, now)).toEqual({ isGood: false, left: [] });
});

describe("while a mesh runs", () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ["Date"] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test("its tokens are renewed each hour; what fails is said, and tried again in a minute", () => {
    const mesh = aMesh();
    prepareIdentities(mesh);
    const file = tokenFileOf(mesh.folder, "chat-api");
    const said: string[] = [];
    const end = keepRenewed(
      () => renewTokens(mesh, []),
      tokenRoundMs(mesh),
      (line) => said.push(line),
    );
    rmSync(dirname(file), { recursive: true });
    writeFileSync(dirname(file), "in the way");
    jest.advanceTimersByTime(60 * MINUTE_MS);
    expect(said).toEqual([expect.stringContaining("could not be renewed, in a minute again: ")]);
    rmSync(dirname(file));
    mkdirSync(dirname(file));
    jest.advanceTimersByTime(MINUTE_MS);
    expect(existsSync(file)).toBe(true);
    rmSync(file);
    jest.advanceTimersByTime(59 * MINUTE_MS);
    expect(existsSync(file)).toBe(false);
    jest.advanceTimersByTime(MINUTE_MS);
    expect(existsSync(file)).toBe(true);
    end();
    rmSync(file);
    jest.advanceTimersByTime(60 * MINUTE_MS);
    expect([existsSync(file), said.length]).toEqual([false, 1]);
  });
});
