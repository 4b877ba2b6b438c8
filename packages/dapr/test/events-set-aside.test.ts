import { describe, expect, test } from "@jest/globals";
import { AppError } from "@todo-mesh/ports";
import { on } from "@todo-mesh/dapr";
import { anEventDoor, deliver, keyed, Noted } from "./event-door.ts";

const KINDS = ["unavailable", "conflict", "too-many"] as const;
const aside = (kind: (typeof KINDS)[number] = "unavailable") => {
  const door = anEventDoor();
  door.failures.set(1, new AppError(kind, "for this one alone"));
  return door;
};

const hundred = (from: number) => Array.from({ length: 100 }, (_, at) => keyed(from + at, "a"));

describe("an event that fails alone, while others go through", () => {
  test.each(KINDS)("with %s, is set aside: nobody waits for it", async (kind) => {
    const { door, seen, letters } = aside(kind);
    expect(await deliver(door, keyed(1, "a"), keyed(2, "b"), keyed(3, "c"))).toEqual([
      "SUCCESS",
      "SUCCESS",
      "SUCCESS",
    ]);
    expect(seen).toEqual([2, 3]);
    expect(letters).toMatchObject([{ key: "a", kind }]);
  });

  test("is handled after all when that passes, and before what came behind it", async () => {
    const { door, seen, failures, second, refused } = aside();
    await deliver(door, keyed(1, "a"), keyed(2, "b"), keyed(3, "a"));
    await deliver(door, keyed(4, "a"), keyed(5, "b"));
    await second();
    expect(seen).toEqual([2, 5]);
    failures.clear();
    await second();
    expect(seen).toEqual([2, 5, 1, 3, 4]);
    await deliver(door, keyed(6, "a"));
    expect(seen.at(-1)).toBe(6);
    expect(refused).toEqual([]);
  });

  test("is given up after 30 s in which others went on, and its person goes on at once", async () => {
    const { door, seen, second, refused } = aside();
    await deliver(door, keyed(1, "a"), keyed(2, "a"));
    for (let tries = 0; tries < 29; tries += 1) await second();
    expect({ seen, refused }).toEqual({ seen: [], refused: [] });
    await second();
    expect(seen).toEqual([2]);
    expect(refused).toMatchObject([{ kind: "unavailable", value: { id: "id-1" } }]);
  });

  test("is given up at once when it turns out to be broken", async () => {
    const { door, failures, second, refused } = aside();
    await deliver(door, keyed(1, "a"));
    failures.set(1, new AppError("invalid", "cannot be read"));
    await second();
    expect(refused).toMatchObject([{ kind: "invalid", reason: "cannot be read" }]);
  });

  test("does not lose its patience while everybody has to wait", async () => {
    const { door, failures, seen, second, mesh, refused } = aside();
    await deliver(door, keyed(1, "a"));
    mesh.isWell = false;
    for (let tries = 0; tries < 100; tries += 1) await second();
    expect(refused).toEqual([]);
    failures.clear();
    await second();
    expect(seen).toEqual([1]);
  });

  test("of which there are very many comes again, as long as there is hope for it", async () => {
    const { door, failures, refused, second, seen } = aside();
    await deliver(door, keyed(1, "a"));
    for (let n = 2; n <= 402; n += 100) await deliver(door, ...hundred(n));
    expect(await deliver(door, ...hundred(502), keyed(999, "b"))).toContain("RETRY");
    expect(refused).toEqual([]);
    failures.clear();
    await second();
    expect(seen[0]).toBe(999);
    expect(seen.slice(1)).toEqual(seen.slice(1).toSorted((one, other) => one - other));
  });

  test("and behind it others of its person, is given up beyond five hundred once there is no hope", async () => {
    const { door, refused, second } = aside();
    await deliver(door, keyed(1, "a"));
    for (let n = 2; n <= 602; n += 100) await deliver(door, ...hundred(n));
    for (let tries = 0; tries < 40; tries += 1) await second();
    expect(refused.length).toBeGreaterThan(0);
  });
});

test("an event that cannot be kept with the dead letters is not set aside: it comes again", async () => {
  const { door, seen, letters, second, failures } = aside();
  const push = letters.push.bind(letters);
  letters.push = () => {
    throw new AppError("unavailable", "no broker");
  };
  expect(await deliver(door, keyed(1, "a"), keyed(2, "a"), keyed(3, "b"))).toEqual([
    "RETRY",
    "RETRY",
    "SUCCESS",
  ]);
  letters.push = push;
  failures.clear();
  await second();
  expect(seen).toEqual([3]);
  expect(await deliver(door, keyed(1, "a"), keyed(2, "a"))).toEqual(["SUCCESS", "SUCCESS"]);
  expect(seen).toEqual([3, 1, 2]);
});

const large = (n: number) => keyed(n, `person-${n}`, { data: { n, text: "x".repeat(1_000_000) } });

test("an event of a megabyte finds a place while there are sixteen megabytes, however many come at once", async () => {
  const { door, failures, second, letters } = anEventDoor();
  const all = Array.from({ length: 24 }, (_, at) => large(at));
  for (const n of all.keys()) failures.set(n, new AppError("unavailable", "for these alone"));
  const verdicts = await Promise.all(
    [all.slice(0, 12), all.slice(12)].map((part) => deliver(door, ...part)),
  );
  expect(verdicts.flat().filter((verdict) => verdict === "SUCCESS")).toHaveLength(16);
  expect(letters).toHaveLength(16);
  failures.clear();
  await second();
  expect(await deliver(door, large(30))).toEqual(["SUCCESS"]);
});

test("an event that cannot be kept gives its place back", async () => {
  const { door, letters, failures } = aside();
  const push = letters.push.bind(letters);
  letters.push = () => {
    throw new AppError("unavailable", "no broker");
  };
  for (const n of Array(501).keys()) failures.set(n + 1, failures.get(1));
  for (let n = 1; n <= 501; n += 100) await deliver(door, ...hundred(n));
  letters.push = push;
  expect(new Set(await deliver(door, ...hundred(1)))).toEqual(new Set(["SUCCESS"]));
});

test("an event is not given up before whoever has to know of it can be told", async () => {
  const { door, failures, mesh, refused, second } = aside();
  await deliver(door, keyed(1, "a"));
  failures.set(1, new AppError("invalid", "cannot be read"));
  Object.assign(mesh, { isWell: false, isHeard: false });
  await second();
  await second();
  Object.assign(mesh, { isWell: true, isHeard: true });
  expect(refused).toEqual([]);
  await second();
  await second();
  expect(refused).toMatchObject([{ kind: "invalid", value: { id: "id-1" } }]);
});

describe("when the service ends", () => {
  test("what was set aside is tried once more at once, and given up if that fails", async () => {
    const { door, failures, seen, refused, close } = aside();
    failures.set(2, failures.get(1));
    await deliver(door, keyed(1, "a"), keyed(2, "b"), keyed(3, "a"));
    failures.delete(2);
    await close();
    expect(new Set(seen)).toEqual(new Set([2, 3]));
    expect(refused).toMatchObject([{ value: { id: "id-1" } }]);
  });

  test("it waits for five seconds at most, and says what is left", async () => {
    const hangs = new Promise<void>(() => undefined);
    let tries = 0;
    const { doorOf, log, close, second } = anEventDoor();
    const door = doorOf(
      on(Noted, async () => {
        tries += 1;
        if (tries > 2) await hangs;
        throw new AppError("unavailable", "for this one alone");
      }),
    );
    await deliver(door, keyed(1, "a"), keyed(2, "a"));
    const closing = close();
    await second();
    await closing;
    expect(log.lines).toContainEqual(
      expect.objectContaining({
        level: "error",
        message: "events set aside are left with the dead letters",
        fields: expect.objectContaining({ count: 2 }),
      }),
    );
  });

  test("nothing set aside holds it up", async () => {
    const { close, log } = anEventDoor();
    await close();
    expect(log.lines).toEqual([]);
  });
});
