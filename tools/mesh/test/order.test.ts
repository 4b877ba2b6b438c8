import { expect, test } from "@jest/globals";
import { inWaves } from "../src/life/order.ts";

const part = (name: string, ...needs: string[]) => ({ name, needs });
const namesOf = (parts: readonly { name: string; needs: string[] }[]) =>
  inWaves(parts).map((wave) => wave.map(({ name }) => name));

test("what needs nothing comes first, and what needs it comes after, however they are listed", () => {
  expect(
    namesOf([part("app", "sidecar"), part("sidecar", "db", "broker"), part("broker"), part("db")]),
  ).toEqual([["broker", "db"], ["sidecar"], ["app"]]);
});

test("parts that wait for each other, or for one that is not there, are named", () => {
  expect(() => inWaves([part("a", "b"), part("b", "a"), part("c")])).toThrow(
    "a (needs b); b (needs a)",
  );
  expect(() => inWaves([part("app", "database")])).toThrow("app (needs database)");
});

test("no parts make no waves", () => {
  expect(inWaves([])).toEqual([]);
});
