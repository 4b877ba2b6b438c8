import { expect, test } from "@jest/globals";
import { steadyClock, uuidV7Ids } from "../src/index.ts";
import { quietLogger } from "../src/testing.ts";

test("ids are UUIDs of version 7, each its own, in the order they were made", () => {
  const ids = Array.from({ length: 10_000 }, () => uuidV7Ids.next());
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
});

test("the clock tells the time of this machine", () => {
  const clock = steadyClock(quietLogger());
  const before = Date.now();
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before);
  expect(clock.now().getTime()).toBeLessThanOrEqual(Date.now());
});

const HOUR = 3_600_000;
const START = Date.parse("2026-11-22T08:00:00Z");

/** A machine whose clock people may set, and which may sleep. */
function aMachine() {
  const log = quietLogger();
  const [time, asleep] = [{ wall: START, running: 7_000 }, { ms: 0 }];
  const clock = steadyClock(log, {
    wall: () => time.wall,
    running: () => time.running,
    up: () => time.running + asleep.ms,
  });
  return {
    log,
    now: () => clock.now().getTime() - START,
    set: (ms: number): void => void (time.wall += ms),
    sleep: (ms: number): void => {
      time.wall += ms;
      asleep.ms += ms;
    },
    goOn: (ms: number): void => {
      for (let left = ms; left > 0; left -= 1_000) {
        const stepMs = Math.min(1_000, left);
        time.wall += stepMs;
        time.running += stepMs;
        clock.now();
      }
    },
  };
}

test.each([HOUR, -HOUR])(
  "a clock that is set by %i ms and set right again made nothing early and nothing late",
  (ms) => {
    const machine = aMachine();
    machine.goOn(10_000);
    machine.set(ms);
    machine.goOn(120_000);
    expect(machine.now()).toBe(130_000);
    machine.set(-ms);
    machine.goOn(1_000);
    expect(machine.now()).toBe(131_000);
    expect(machine.log.lines).toHaveLength(1);
  },
);

test.each([HOUR, -HOUR])(
  "a clock that stays as it was set, by %i ms, is the time after five minutes",
  (ms) => {
    const machine = aMachine();
    machine.set(ms);
    machine.goOn(299_000);
    expect(machine.now()).toBe(299_000);
    machine.goOn(2_000);
    expect(machine.now()).toBe(301_000 + ms);
  },
);

test("a clock that is set once more is doubted once more", () => {
  const machine = aMachine();
  machine.set(HOUR);
  machine.goOn(200_000);
  machine.set(HOUR);
  machine.goOn(200_000);
  expect(machine.now()).toBe(400_000);
  machine.goOn(200_000);
  expect(machine.now()).toBe(600_000 + 2 * HOUR);
});

test("a machine that slept for an hour is believed at once, and what was set while it slept is not", () => {
  const machine = aMachine();
  machine.goOn(1_000);
  machine.sleep(HOUR);
  expect(machine.now()).toBe(1_000 + HOUR);
  machine.sleep(HOUR);
  machine.set(HOUR);
  expect(machine.now()).toBe(1_000 + 2 * HOUR);
  expect(machine.log.lines).toHaveLength(1);
});

test("a clock that is adjusted by a second again and again is followed", () => {
  const machine = aMachine();
  for (let n = 0; n < 10; n += 1) {
    machine.set(1_000);
    machine.goOn(70_000);
  }
  expect(machine.now()).toBe(710_000);
  expect(machine.log.lines).toEqual([]);
});
