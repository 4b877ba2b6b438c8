import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import {
  ensureSecrets,
  rememberPostgres,
  secretsFileIn,
  tokensOf,
} from "../src/machine/secrets.ts";
import { aFolder } from "./fixtures.ts";

test("secrets are made once, long, all different, and for their owner alone", () => {
  const folder = aFolder();
  const secrets = ensureSecrets(folder);
  expect(ensureSecrets(folder)).toEqual(secrets);
  const { "kafka-username": _, ...made } = secrets;
  const values = Object.values(made);
  expect(new Set(values).size).toBe(values.length);
  for (const value of values) expect(Buffer.from(String(value), "base64url")).toHaveLength(32);
  expect(statSync(secretsFileIn(folder)).mode & 0o777).toBe(0o600);
});

test("where PostgreSQL is found stands with them, as secret as they are", () => {
  const folder = aFolder();
  rememberPostgres(folder, ensureSecrets(folder), "postgres://somewhere");
  expect(ensureSecrets(folder)["postgres-connection-string"]).toBe("postgres://somewhere");
  expect(statSync(secretsFileIn(folder)).mode & 0o777).toBe(0o600);
});

test("a file that was harmed stops everything rather than making new secrets for old data", () => {
  const folder = aFolder();
  ensureSecrets(folder);
  chmodSync(secretsFileIn(folder), 0o600);
  writeFileSync(secretsFileIn(folder), "{}");
  expect(() => ensureSecrets(folder)).toThrow("auth-dev-secret");
  expect(readFileSync(secretsFileIn(folder), "utf8")).toBe("{}");
});

test("secrets of the version before are kept, and those that came since are added", () => {
  const folder = aFolder();
  const before = {
    "auth-dev-secret": "a",
    "postgres-password": "b",
    "postgres-connection-string": "c",
    "dapr-api-token": "d",
    "app-api-token": "e",
  };
  writeFileSync(secretsFileIn(folder), JSON.stringify(before), { mode: 0o600 });
  const secrets = ensureSecrets(folder);
  expect(secrets).toMatchObject(before);
  expect(secrets["kafka-password"]).toHaveLength(43);
  expect(ensureSecrets(folder)).toEqual(secrets);
  expect(statSync(secretsFileIn(folder)).mode & 0o777).toBe(0o600);
});

test("each app has two tokens of its own, the same at each start", () => {
  const folder = aFolder();
  const tokens = ["chat-api", "reminder-service"].map((app) =>
    tokensOf(ensureSecrets(folder), app),
  );
  expect(new Set(tokens.flatMap(Object.values)).size).toBe(4);
  expect(tokensOf(ensureSecrets(folder), "chat-api")).toEqual(tokens[0]);
});
