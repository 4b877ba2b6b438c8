import { expect, test } from "@jest/globals";
import { kindOf } from "@todo-mesh/ports";
import express from "express";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { listen, oidcVerifier } from "../src/index.ts";

const pair = await generateKeyPair("ES256");
const jwk = (kid: string) => exportJWK(pair.publicKey).then((key) => ({ ...key, kid }));
const inTenMinutes = Math.floor(Date.now() / 1_000) + 600;

/** A provider that counts how often it is asked, and a verifier whose clock stands still. */
async function aProvider(clientIds: readonly string[] = []) {
  const state = { kids: ["one"], away: false, asked: 0, nowMs: 0 };
  const provider = express().get("/keys", async (_req, res) => {
    state.asked += 1;
    if (state.away) res.status(503).end();
    else res.json({ keys: await Promise.all(state.kids.map(jwk)) });
  });
  const door = await listen(provider, { host: "127.0.0.1", port: 0, name: "provider", graceMs: 0 });
  const issuer = `http://127.0.0.1:${door.port}`;
  const verify = oidcVerifier(
    { issuer, audience: "todo", jwksUrl: `${issuer}/keys`, clientIds },
    () => state.nowMs,
  );
  const ask = async (kid: string, claims: JWTPayload = {}, typ?: string) => {
    const all = { iss: issuer, aud: "todo", sub: "ada", exp: inTenMinutes, ...claims };
    const header = { alg: "ES256", kid, ...(typ !== undefined && { typ }) };
    const token = await new SignJWT(all).setProtectedHeader(header).sign(pair.privateKey);
    return verify(token).catch(kindOf);
  };
  return { state, ask, [Symbol.asyncDispose]: () => door() };
}

test("after a rotation the new key is found at once, or a moment later, and nobody is signed out", async () => {
  await using provider = await aProvider();
  const { state, ask } = provider;
  expect(await ask("one")).toBe("ada");
  state.kids = ["one", "two"];
  expect(await ask("two")).toBe("unavailable");
  state.nowMs += 2_000;
  expect(await Promise.all([ask("two"), ask("two"), ask("two")])).toEqual(["ada", "ada", "ada"]);
  expect(state.asked).toBe(2);
});

test("a key that was withdrawn is believed for a minute at most", async () => {
  await using provider = await aProvider();
  const { state, ask } = provider;
  expect(await ask("one")).toBe("ada");
  state.kids = ["two"];
  state.nowMs += 60_000;
  expect(await ask("one")).toBe("unauthenticated");
});

test("a made-up key is refused once the provider was asked, and a thousand of them ask it once", async () => {
  await using provider = await aProvider();
  const { state, ask } = provider;
  await ask("one");
  state.nowMs += 2_000;
  expect(await ask("made-up")).toBe("unauthenticated");
  const many = await Promise.all(Array.from({ length: 100 }, (_, at) => ask(`made-up-${at}`)));
  expect(new Set(many)).toEqual(new Set(["unavailable"]));
  expect(state.asked).toBe(2);
});

test("a provider that is down is asked every two seconds, however many tokens come", async () => {
  await using provider = await aProvider();
  const { state, ask } = provider;
  state.away = true;
  for (let at = 0; at < 20; at += 1) expect(await ask(`kid-${at}`)).toBe("unavailable");
  expect(state.asked).toBe(1);
  state.away = false;
  state.nowMs += 2_000;
  expect(await ask("one")).toBe("ada");
});

test("while the provider is down its last keys hold for five minutes and no longer", async () => {
  await using provider = await aProvider();
  const { state, ask } = provider;
  await ask("one");
  state.away = true;
  state.nowMs += 200_000;
  expect(await ask("one")).toBe("ada");
  state.nowMs += 100_000;
  expect(await ask("one")).toBe("unavailable");
});

test.each<[string, JWTPayload, string | undefined, string]>([
  ["an access token of RFC 9068", { client_id: "app" }, "at+jwt", "ada"],
  ["one with the long name of the type", {}, "application/at+jwt", "ada"],
  ["one of an older provider", { azp: "app" }, "JWT", "ada"],
  ["one of Keycloak", { typ: "Bearer", nonce: "n" }, "JWT", "ada"],
  ["one without a type", {}, undefined, "ada"],
  ["an ID token with a nonce", { nonce: "n" }, "JWT", "unauthenticated"],
  ["an ID token with a hash", { at_hash: "h" }, undefined, "unauthenticated"],
  ["an ID token of Keycloak", { typ: "ID" }, "JWT", "unauthenticated"],
  ["a logout token", { events: {} }, "logout+jwt", "unauthenticated"],
  ["a logout token without its type", { events: {} }, "JWT", "unauthenticated"],
  ["a token of another kind", {}, "dpop+jwt", "unauthenticated"],
])("%s is let in only if it is for access", async (_name, claims, typ, answer) => {
  await using provider = await aProvider();
  expect(await provider.ask("one", claims, typ)).toBe(answer);
});

test.each<[JWTPayload, string]>([
  [{ azp: "app" }, "ada"],
  [{ client_id: "phone" }, "ada"],
  [{ azp: "stranger" }, "unauthenticated"],
  [{ azp: "app", client_id: "stranger" }, "unauthenticated"],
  [{ azp: ["app"] }, "unauthenticated"],
  [{}, "unauthenticated"],
])("where clients are named, a token of %j is answered %s", async (claims, answer) => {
  await using provider = await aProvider(["app", "phone"]);
  expect(await provider.ask("one", claims)).toBe(answer);
});
