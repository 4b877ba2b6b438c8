import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { ensureSecrets, rememberPostgres, secretsFileIn } from "../src/plan/secrets.ts";
import { aFolder } from "./fixtures.ts";

test("secrets are made once, long, all different, and for their owner alone", () => {
  const folder = aFolder();
  const secrets = ensureSecrets(folder);
  expect(ensureSecrets(folder)).toEqual(secrets);
  const values = Object.values(secrets);
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
