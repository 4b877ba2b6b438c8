import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import type { StateStore } from "../state-store.ts";
import { BAD_KEYS, ODD_KEYS, ODD_VALUES, TWINS } from "./odd.ts";
import { failureOf } from "./outage.ts";
import { type PassTime, until } from "../until.ts";

const MEGABYTE = 1 << 20;

export interface StateStoreUnderTest {
  /** Called in each test. */
  readonly store: () => StateStore;
  readonly passTime?: PassTime | undefined;
}

/** Every store, whatever it thinks of transactions: what is put is what is read. */
export function stateValuesConformance(name: string, subject: StateStoreUnderTest): void {
  describe(`${name}: values and keys`, () => {
    valuesComeBack(subject);
    keysAreTakenAsTheyAre(subject);
    badKeysAreRefused(subject);
    manyAtOnce(subject);
    timeToLive(subject);
  });
}

function valuesComeBack({ store }: StateStoreUnderTest): void {
  test.each(ODD_VALUES.map((value) => [JSON.stringify(value).slice(0, 60), value] as const))(
    "the value %s comes back as it was put",
    async (_shown, value) => {
      const key = randomUUID();
      await store().transact([{ put: key, value }]);
      expect(await store().get(key)).toEqual({ value, version: expect.stringMatching(/./) });
    },
  );

  test("a value of 1 MB comes back whole", async () => {
    const key = randomUUID();
    const value = "0123456789abcdeü".repeat(MEGABYTE / 17);
    await store().transact([{ put: key, value }]);
    expect((await store().get(key))?.value).toBe(value);
  });

  test("what is too large for the store is refused as invalid", async () => {
    const value = "x".repeat(5 * MEGABYTE);
    expect(await failureOf(() => store().transact([{ put: randomUUID(), value }]))).toBe("invalid");
  });

  test("each write gives a new version, even of the same value", async () => {
    const key = randomUUID();
    await store().transact([{ put: key, value: 1 }]);
    const first = await store().get(key);
    await store().transact([{ put: key, value: 1 }]);
    expect((await store().get(key))?.version).not.toBe(first?.version);
  });
}

function keysAreTakenAsTheyAre({ store }: StateStoreUnderTest): void {
  test("a key that was never written is not there", async () => {
    expect(await store().get(randomUUID())).toBeUndefined();
    expect(await store().getMany([randomUUID(), randomUUID()])).toEqual(new Map());
    expect(await store().getMany([])).toEqual(new Map());
  });

  test("a key that was deleted is not there, and deleting it again is no error", async () => {
    const key = randomUUID();
    await store().transact([{ put: key, value: 1 }]);
    await store().transact([{ delete: key }]);
    expect(await store().get(key)).toBeUndefined();
    await store().transact([{ delete: key }]);
  });

  test.each(ODD_KEYS.map((key) => [key.slice(0, 30), key] as const))(
    "the key %j is taken as it is",
    async (_shown, key) => {
      const value = randomUUID();
      await store().transact([{ put: key, value }]);
      expect((await store().get(key))?.value).toBe(value);
      expect([...(await store().getMany([key])).keys()]).toEqual([key]);
      await store().transact([{ delete: key }]);
      expect(await store().get(key)).toBeUndefined();
    },
  );

  test("keys that look alike are not the same key", async () => {
    await store().transact(TWINS.map((key) => ({ put: key, value: `value of ${key}` })));
    const found = await store().getMany(TWINS);
    expect(TWINS.map((key) => found.get(key)?.value)).toEqual(
      TWINS.map((key) => `value of ${key}`),
    );
  });
}

function badKeysAreRefused({ store }: StateStoreUnderTest): void {
  test.each(BAD_KEYS.map((key) => [key.slice(0, 20), key] as const))(
    "the key %j is refused as invalid, to read and to write",
    async (_shown, key) => {
      expect(await failureOf(() => store().get(key))).toBe("invalid");
      expect(await failureOf(() => store().transact([{ put: key, value: 1 }]))).toBe("invalid");
      expect(await failureOf(() => store().transact([{ delete: key }]))).toBe("invalid");
    },
  );

  test("a transaction that names a key twice is refused as invalid", async () => {
    const key = randomUUID();
    const twice = [{ put: key, value: 1 }, { delete: key }];
    expect(await failureOf(() => store().transact(twice))).toBe("invalid");
  });
}

function manyAtOnce({ store }: StateStoreUnderTest): void {
  test("200 keys are written in one transaction and read in one call", async () => {
    const keys = Array.from({ length: 200 }, () => randomUUID());
    await store().transact(keys.map((key, at) => ({ put: key, value: { at } })));
    const found = await store().getMany([...keys, randomUUID()]);
    expect(found.size).toBe(200);
    expect(keys.map((key) => found.get(key)?.value)).toEqual(keys.map((_key, at) => ({ at })));
  });

  test("an empty transaction does nothing", async () => {
    await expect(store().transact([])).resolves.toBeUndefined();
  });
}

function timeToLive({ store, passTime }: StateStoreUnderTest): void {
  const gone = (key: string) =>
    until("it is gone", async () => (await store().get(key)) === undefined, 20_000, passTime);

  test("a value with a time to live is there, and then is gone, also for one who insists on it", async () => {
    const key = randomUUID();
    await store().transact([{ put: key, value: 1, ttlSeconds: 1 }]);
    expect((await store().get(key))?.value).toBe(1);
    await gone(key);
    await store().transact([{ put: key, value: 2, expect: "absent" }]);
    expect((await store().get(key))?.value).toBe(2);
  });

  test("a later write without a time to live stays", async () => {
    const [kept, lost] = [randomUUID(), randomUUID()];
    await store().transact([
      { put: kept, value: 1, ttlSeconds: 1 },
      { put: lost, value: 1, ttlSeconds: 1 },
    ]);
    await store().transact([{ put: kept, value: 2 }]);
    await gone(lost);
    expect((await store().get(kept))?.value).toBe(2);
  });

  test.each([0, -1, 1.5, NaN])(
    "a time to live of %d seconds is refused as invalid",
    async (ttlSeconds) => {
      const write = { put: randomUUID(), value: 1, ttlSeconds };
      expect(await failureOf(() => store().transact([write]))).toBe("invalid");
    },
  );
}
