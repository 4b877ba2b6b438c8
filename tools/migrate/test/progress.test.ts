import { expect, test } from "@jest/globals";
import { foreseen } from "../src/progress.ts";

test("how long it takes yet lies between how fast it was over all and how fast it is lately", () => {
  const looks = [
    { seconds: 70, messages: 900 },
    { seconds: 100, messages: 1_000 },
  ];
  // A tenth of a second each over all, and three tenths lately.
  expect(foreseen(2_000, looks)).toEqual([100, 300]);
});

test("nothing is foreseen while nothing comes", () => {
  expect(foreseen(2_000, [])).toBeUndefined();
  const stuck = { seconds: 10, messages: 100 };
  expect(foreseen(2_000, [stuck, { ...stuck, seconds: 40 }])).toBeUndefined();
});

test("when all is there, nothing is left", () => {
  expect(
    foreseen(500, [
      { seconds: 9, messages: 400 },
      { seconds: 10, messages: 500 },
    ]),
  ).toEqual([0, 0]);
});
