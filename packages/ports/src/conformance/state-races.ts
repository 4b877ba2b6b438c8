import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { kindOf } from "../errors.ts";
import type { StateStore, Write } from "../state-store.ts";
import { failureOf } from "./outage.ts";
import type { StateStoreUnderTest } from "./state-values.ts";

const OLD = { version: "never given out" };

/** Every store that our services may use: lost races are seen, and a transaction is all or nothing. */
export function stateRacesConformance(name: string, { store }: StateStoreUnderTest): void {
  describe(`${name}: races and transactions`, () => {
    expectations(store);
    expectationsInVain(store);
    allOrNothing(store);
    writersAtOnce(store);
  });
}

async function written(store: StateStore, value = 1): Promise<{ key: string; version: string }> {
  const key = randomUUID();
  await store.transact([{ put: key, value }]);
  const stored = await store.get(key);
  if (stored === undefined) throw new Error("what was just written is not there");
  return { key, version: stored.version };
}

const outcomeOf = (store: StateStore, ...writes: readonly Write[]) =>
  failureOf(() => store.transact(writes));

function expectations(store: () => StateStore): void {
  test("a key that must be absent is taken once", async () => {
    const key = randomUUID();
    await store().transact([{ put: key, value: "first", expect: "absent" }]);
    const second: Write = { put: key, value: "second", expect: "absent" };
    expect(await outcomeOf(store(), second)).toBe("conflict");
    expect((await store().get(key))?.value).toBe("first");
  });

  test("a version that has passed is a lost race, for a put and for a delete", async () => {
    const { key, version } = await written(store());
    await store().transact([{ put: key, value: 2, expect: { version } }]);
    expect(await outcomeOf(store(), { put: key, value: 3, expect: { version } })).toBe("conflict");
    expect(await outcomeOf(store(), { delete: key, expect: { version } })).toBe("conflict");
    expect((await store().get(key))?.value).toBe(2);
  });

  test("the version that stands allows a put, and then a delete", async () => {
    const { key, version } = await written(store());
    await store().transact([{ put: key, value: 2, expect: { version } }]);
    const stored = await store().get(key);
    await store().transact([{ delete: key, expect: { version: stored?.version ?? "" } }]);
    expect(await store().get(key)).toBeUndefined();
  });
}

function expectationsInVain(store: () => StateStore): void {
  test("a version that was never given out is a lost race", async () => {
    const { key } = await written(store());
    expect(await outcomeOf(store(), { put: key, value: 2, expect: OLD })).toBe("conflict");
    expect(await outcomeOf(store(), { delete: key, expect: OLD })).toBe("conflict");
  });

  test("a version of a key that is gone is a lost race, and a key made anew is another one", async () => {
    const { key, version } = await written(store());
    const insisting: Write = { put: key, value: 2, expect: { version } };
    await store().transact([{ delete: key }]);
    expect(await outcomeOf(store(), insisting)).toBe("conflict");
    expect(await outcomeOf(store(), { delete: key, expect: { version } })).toBe("conflict");
    await store().transact([{ put: key, value: 1 }]);
    expect(await outcomeOf(store(), insisting)).toBe("conflict");
  });

  test("a delete may insist on absence", async () => {
    const { key } = await written(store());
    expect(await outcomeOf(store(), { delete: key, expect: "absent" })).toBe("conflict");
    expect((await store().get(key))?.value).toBe(1);
    await store().transact([{ delete: randomUUID(), expect: "absent" }]);
  });
}

function allOrNothing(store: () => StateStore): void {
  test.each(["first", "in the middle", "last"])(
    "when the expectation that fails comes %s, nothing is written",
    async (where) => {
      const { key: kept } = await written(store());
      const [before, after] = [randomUUID(), randomUUID()];
      const fails: Write = { put: (await written(store())).key, value: 2, expect: "absent" };
      const fine: Write[] = [
        { put: before, value: 2 },
        { delete: kept },
        { put: after, value: 2, expect: "absent" },
      ];
      const position = { first: 0, "in the middle": 1 }[where] ?? fine.length;
      expect(await failureOf(() => store().transact(fine.toSpliced(position, 0, fails)))).toBe(
        "conflict",
      );
      expect(await store().getMany([before, after])).toEqual(new Map());
      expect((await store().get(kept))?.value).toBe(1);
    },
  );
}

const outcomes = async (calls: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(calls)).map((call) =>
    call.status === "fulfilled" ? "done" : kindOf(call.reason),
  );
const oneOf = (count: number): string[] => [
  "done",
  ...Array.from({ length: count - 1 }, () => "conflict"),
];

function writersAtOnce(store: () => StateStore): void {
  test("of ten writers with one version, one wins and nine are told so", async () => {
    const { key, version } = await written(store());
    const calls = Array.from({ length: 10 }, (_, value) =>
      store().transact([{ put: key, value, expect: { version } }]),
    );
    expect((await outcomes(calls)).toSorted().toReversed()).toEqual(oneOf(10));
  });

  test("of ten writers who all want to be the first, one is", async () => {
    const key = randomUUID();
    const calls = Array.from({ length: 10 }, (_, value) =>
      store().transact([{ put: key, value, expect: "absent" }]),
    );
    expect((await outcomes(calls)).toSorted().toReversed()).toEqual(oneOf(10));
  });

  test("transactions that cross leave no mixture, and none is stuck", async () => {
    const keys = [randomUUID(), randomUUID(), randomUUID()];
    const calls = Array.from({ length: 20 }, (_, writer) =>
      store().transact(
        (writer % 2 ? keys : keys.toReversed()).map((key) => ({ put: key, value: writer })),
      ),
    );
    const said = await outcomes(calls);
    expect(said.filter((outcome) => outcome !== "done" && outcome !== "conflict")).toEqual([]);
    const left = [...(await store().getMany(keys)).values()].map(({ value }) => value);
    expect(new Set(left).size).toBe(1);
  });

  test("twenty counters who read, add one and insist on what they read lose no count", async () => {
    const key = randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => addOne(store(), key)));
    expect((await store().get(key))?.value).toBe(20);
  });
}

async function addOne(store: StateStore, key: string): Promise<void> {
  for (;;) {
    const before = await store.get(key);
    const expected = before ? { version: before.version } : "absent";
    const write: Write = { put: key, value: Number(before?.value ?? 0) + 1, expect: expected };
    const [outcome] = await outcomes([store.transact([write])]);
    if (outcome === "done") return;
    if (outcome !== "conflict") throw new Error(`the store answered ${outcome}`);
  }
}
