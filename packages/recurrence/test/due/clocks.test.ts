import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { type Due, resolveDue, startOfDay, toLocal, wholeDay } from "../../src/index.ts";
import { spansOf } from "../../src/zone/offsets.ts";
import { allZones } from "../../src/zone/index.ts";

/*
 * Every zone, at each change of its clocks and at any other time: what a due time is, held against Temporal.
 */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURS = [-25, -24, -3, -1.5, -1, -0.5, -0.25, 0, 0.25, 0.5, 1, 1.5, 3, 24, 25];
const ZONES = allZones();
// Midnights within gaps and folds, days that never were, gaps of half an hour and of three.
const ODD = [
  "Africa/Monrovia",
  "America/Havana",
  "America/Sao_Paulo",
  "Antarctica/Casey",
  "Asia/Gaza",
  "Asia/Pyongyang",
  "Atlantic/Azores",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kwajalein",
];

/** The instants at which a zone's clocks change. */
function changesIn(zone: string, from: string, to: string): number[] {
  const spans = spansOf(zone, Date.parse(from) / 1_000, Date.parse(to) / 1_000);
  return spans.slice(1).map((span) => span.from * 1_000);
}

const dueOf = (said: Parameters<typeof resolveDue>[0]): Due | undefined => {
  const resolved = resolveDue(said);
  return resolved.kind === "due" ? resolved.due : undefined;
};
const textOf = (zoned: Temporal.ZonedDateTime): string =>
  new Date(zoned.epochMilliseconds).toISOString();

/** Where ours and Temporal's differ at the instant, at the wall time it shows, and on the day of that. */
function differences(ms: number, timezone: string): string[] {
  const at = new Date(ms).toISOString();
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timezone);
  const local = zoned.toPlainDateTime().toString();
  const wanted = { local, timezone, at };
  const second = zoned.toPlainDateTime().toZonedDateTime(timezone);
  const day = zoned.toPlainDate();
  const ends = day.add({ days: 1 }).toZonedDateTime(timezone);
  const pairs = [
    [dueOf({ at, timezone }), wanted],
    [dueOf({ local, timezone, at }), wanted],
    [dueOf({ local, timezone }), { ...wanted, at: textOf(second) }],
    [dueOf({ local, timezone, floating: true }), { ...wanted, at: textOf(second), floating: true }],
    [
      dueOf({ date: day.toString(), timezone }),
      {
        date: day.toString(),
        timezone,
        begins_at: textOf(day.toZonedDateTime(timezone)),
        ends_at: textOf(ends),
      },
    ],
  ];
  return pairs.flatMap(([ours, theirs]) => {
    const [one, other] = [JSON.stringify(ours), JSON.stringify(theirs)];
    return one === other ? [] : [`${one} is not ${other}`];
  });
}

/** Before and after a change, on the days around it, and at a time that no clock shows if it is put forward. */
function aroundChange(change: number, zone: string): string[] {
  const wrong = HOURS.flatMap((hours) => differences(change + hours * HOUR_MS, zone));
  const before = toLocal(new Date(change - 1_000), zone);
  const wall = Temporal.PlainDateTime.from(before).add({ minutes: 15 });
  const ours = dueOf({ local: wall.toString(), timezone: zone });
  const theirs = textOf(wall.toZonedDateTime(zone));
  if (!ours || !("at" in ours) || ours.at !== theirs) wrong.push(`${wall.toString()} in ${zone}`);
  return wrong;
}

test("a due time at any change of the clocks of two years is what Temporal says, in every zone", () => {
  const changes = ZONES.flatMap((zone) =>
    changesIn(zone, "2018-07-01Z", "2020-07-01Z").map((change) => ({ zone, change })),
  );
  expect(changes.length).toBeGreaterThan(400);
  expect(changes.flatMap(({ zone, change }) => aroundChange(change, zone))).toEqual([]);
});

test("a due time at any change of odd clocks since 1970 is what Temporal says", () => {
  const wrong = ODD.flatMap((zone) =>
    changesIn(zone, "1970-02-01Z", "2026-01-01Z").flatMap((change) => aroundChange(change, zone)),
  );
  expect(wrong).toEqual([]);
});

test("a due time at any other moment is what Temporal says, to the millisecond", () => {
  const moments = fc.date({
    min: new Date("1970-01-03Z"),
    max: new Date("2100-01-01Z"),
    noInvalidDate: true,
  });
  const same = fc.property(fc.constantFrom(...ZONES), moments, (zone, at) => {
    expect(differences(at.getTime(), zone)).toEqual([]);
  });
  expect(() => fc.assert(same, { numRuns: 1_000 })).not.toThrow();
});

test("days follow each other without a gap, also where one never was", () => {
  const days = fc.integer({ min: 2, max: 20_000 });
  const follows = fc.property(fc.constantFrom(...ZONES), days, (zone, day) => {
    const [one, next] = [day, day + 1].map((each) =>
      wholeDay(new Date(each * DAY_MS).toISOString().slice(0, 10), zone),
    );
    if (one?.kind !== "due" || next?.kind !== "due") throw new Error("There is no such day");
    expect(one.due.ends_at).toBe(next.due.begins_at);
    expect(startOfDay(one.due.date, zone).toISOString()).toBe(one.due.begins_at);
  });
  expect(() => fc.assert(follows, { numRuns: 1_000 })).not.toThrow();
});
