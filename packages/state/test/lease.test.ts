import { beforeEach, expect, test } from "@jest/globals";
import { countingIds, settableClock } from "@todo-mesh/ports/testing";
import { createLease, type Lease } from "../src/index.ts";
import { watchedStore } from "./watched-store.ts";

const clock = settableClock("2026-11-22T09:00:00Z");
let store: ReturnType<typeof watchedStore>;
let ada: Lease;
let bob: Lease;
beforeEach(() => {
  store = watchedStore(clock);
  const options = { store, clock, ids: countingIds(), key: "lease", ttlMs: 10_000 };
  ada = createLease(options);
  bob = createLease(options);
});

test("a lease has one holder at a time", async () => {
  expect(await ada.acquire()).toBe(true);
  expect(await bob.acquire()).toBe(false);
  expect([ada.holds(), bob.holds()]).toEqual([true, false]);
});

test("a lease has one winner when many reach for it at once", async () => {
  expect((await Promise.all([ada.acquire(), bob.acquire()])).filter(Boolean)).toHaveLength(1);
});

test("a lease lasts as long as it is renewed", async () => {
  await ada.acquire();
  for (let i = 0; i < 5; i += 1) {
    clock.advance(8_000);
    expect(await ada.renew()).toBe(true);
    expect(await bob.acquire()).toBe(false);
  }
  expect(ada.holds()).toBe(true);
});

test("a lease runs out by the clock, and the next may have it", async () => {
  await ada.acquire();
  clock.advance(10_000);
  expect(ada.holds()).toBe(false);
  expect(await bob.acquire()).toBe(true);
});

test("a lease a holder that was paused learns that it lost it", async () => {
  await ada.acquire();
  clock.advance(11_000);
  await bob.acquire();
  expect(ada.holds()).toBe(false);
  expect(await ada.renew()).toBe(false);
  expect(await ada.acquire()).toBe(false);
  expect(bob.holds()).toBe(true);
});

test("a lease is not renewed once it ran out, even if nobody took it; it can be acquired anew", async () => {
  await ada.acquire();
  clock.advance(10_001);
  expect(await ada.renew()).toBe(false);
  expect(await ada.acquire()).toBe(true);
});

test("a lease given back, is free at once; only its holder can give it back", async () => {
  await ada.acquire();
  await bob.release();
  expect(await bob.acquire()).toBe(false);
  await ada.release();
  expect(ada.holds()).toBe(false);
  expect(await bob.acquire()).toBe(true);
});

test("a lease does not look longer because the store took its time", async () => {
  store.meddle(async (commit) => {
    clock.advance(6_000);
    await commit();
  });
  await ada.acquire();
  clock.advance(5_000);
  expect(ada.holds()).toBe(false);
});

test("a lease is still held to its end while the store is away", async () => {
  await ada.acquire();
  store.setAway(true);
  await expect(ada.renew()).rejects.toMatchObject({ kind: "unavailable" });
  expect(ada.holds()).toBe(true);
  clock.advance(10_000);
  expect(ada.holds()).toBe(false);
});

test("a lease that was taken before the clock was set back by an hour does not last an hour longer", async () => {
  await ada.acquire();
  clock.advance(-3_600_000);
  expect(await bob.acquire()).toBe(true);
});

test("a lease of somebody whose clock goes half a minute before ours is left to them", async () => {
  await ada.acquire();
  clock.advance(-30_000);
  expect(await bob.acquire()).toBe(false);
});
