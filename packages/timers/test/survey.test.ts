import { expect, test } from "@jest/globals";
import { aWorld, HOUR, MINUTE, SECOND } from "./a-world.ts";

const HOUR_OF_MINUTES = { minutes: 60 };

test("timers are counted by the minutes that they are due in, as they stand at that moment", async () => {
  const { aProcess, clock, from } = aWorld();
  const process = aProcess();
  await process.setAt("stuck", from(MINUTE));
  await process.setAt("overdue", from(2 * MINUTE + 40 * SECOND));
  await process.setAt("due", from(2 * MINUTE + 55 * SECOND));
  await process.setAt("later", from(3 * MINUTE));
  await process.setAt("cancelled", from(3 * MINUTE));
  await process.cancelNow("cancelled");
  await process.setAt("moved", from(MINUTE));
  await process.setAt("moved", from(4 * MINUTE));
  clock.set(from(2 * MINUTE + 58 * SECOND));

  const { buckets, stuck } = await process.survey(HOUR_OF_MINUTES);
  const none = { due: 0, overdue: 0, stuck: 0 };
  const minute = (n: number) => from(n * MINUTE).toISOString();
  expect(buckets).toEqual([
    { minute: minute(1), set: 1, due: 1, overdue: 1, stuck: 1 },
    { minute: minute(2), set: 2, due: 2, overdue: 1, stuck: 0 },
    { minute: minute(3), set: 1, ...none },
    { minute: minute(4), set: 1, ...none },
  ]);
  expect(stuck).toEqual([{ name: "stuck", due_at: minute(1) }]);
});

test("what was fired and swept is not counted, and the watermark says so", async () => {
  const { aProcess, clock, from } = aWorld();
  const process = aProcess();
  await process.setAt("a", from(MINUTE));
  clock.set(from(5 * MINUTE));
  await process.sweep();
  const survey = await process.survey(HOUR_OF_MINUTES);
  expect(survey.buckets.map(({ set }) => set)).toEqual([]);
  expect(Date.parse(survey.swept_until)).toBeGreaterThan(from(MINUTE).getTime());
});

test("pages lead through a day, and each timer is on one of them", async () => {
  const { aProcess, from } = aWorld();
  const process = aProcess();
  for (const hours of [1, 7, 13, 22]) await process.setAt(`in-${hours}`, from(hours * HOUR));
  const seen: string[] = [];
  let pages = 0;
  let next: Date | undefined;
  do {
    const page = await process.survey({ minutes: 60, from: next });
    seen.push(...page.buckets.map(({ minute }) => minute));
    next = page.next === undefined ? undefined : new Date(page.next);
    pages += 1;
  } while (next && pages < 100);
  expect(seen).toEqual([1, 7, 13, 22].map((hours) => from(hours * HOUR).toISOString()));
  expect(pages).toBeLessThan(30);
});

test("a bucket of very many ends its page, and says that it was not counted to the end", async () => {
  const { aProcess, from } = aWorld();
  const process = aProcess();
  for (let n = 0; n < 110; n += 1)
    await process.setAll(
      Array.from({ length: 60 }, (_, of) => ({ name: `t${n}-${of}`, at: from(MINUTE), data: "x" })),
    );
  await process.setAt("after", from(2 * MINUTE));
  const [one, ...others] = (await process.survey(HOUR_OF_MINUTES)).buckets;
  expect(one).toMatchObject({ more: true });
  expect(one?.set).toBeGreaterThanOrEqual(5_000);
  expect(others).toEqual([]);
  const rest = await process.survey({ minutes: 60, from: from(2 * MINUTE) });
  expect(rest.buckets.map(({ set }) => set)).toEqual([1]);
});
