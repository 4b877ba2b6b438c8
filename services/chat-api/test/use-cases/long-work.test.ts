import { expect, test } from "@jest/globals";
import { createLongWork, inParts } from "../../src/use-cases/long-work.ts";

test("a person has one long work at a time, two wait for it, and the fourth is told so", async () => {
  const begin = createLongWork();
  const order: string[] = [];
  const work = (name: string) =>
    inParts(begin, { userId: "ada" }, async (part) => {
      await part(async () => void order.push(`${name} begins`));
      await part(async () => void order.push(`${name} ends`));
    });
  const three = ["1", "2", "3"].map(work);
  await expect(work("4")).rejects.toMatchObject({ kind: "too-many" });
  await Promise.all(three);
  expect(order).toEqual(["1 begins", "1 ends", "2 begins", "2 ends", "3 begins", "3 ends"]);
  await work("5");
});

test("parts of different people take turns, so many at a time over all", async () => {
  const begin = createLongWork({ partsAtOnce: 1 });
  const order: string[] = [];
  const work = (userId: string) =>
    inParts(begin, { userId }, async (part) => {
      for (let n = 0; n < 3; n += 1) await part(async () => void order.push(userId));
    });
  await Promise.all(["ada", "bob"].map(work));
  expect(order).toEqual(["ada", "bob", "ada", "bob", "ada", "bob"]);
});

test("work whose caller has left stops before its next part, and the next in line begins", async () => {
  const begin = createLongWork();
  const caller = new AbortController();
  const { signal } = caller;
  const left = inParts(begin, { userId: "ada", signal }, async (part) => {
    await part(async () => caller.abort());
    await part(async () => undefined);
  });
  const next = inParts(begin, { userId: "ada" }, (part) => part(async () => "done"));
  await expect(left).rejects.toMatchObject({ kind: "unavailable" });
  expect(await next).toBe("done");
});
