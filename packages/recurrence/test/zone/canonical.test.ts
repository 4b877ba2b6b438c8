import { afterEach, describe, expect, test } from "@jest/globals";
import { occurrences } from "../../src/index.ts";
import { allZones, canonicalZone, keptZone } from "../../src/zone/index.ts";
import { LINKS } from "../../src/zone/links.ts";
import { offsetMinutes, toInstant, toLocal } from "../../src/zone/zone.ts";

const inIntl = (timeZone: string): string =>
  new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;

describe("the name by which a zone is kept", () => {
  test("is one for all names of it, and Intl knows it as the same zone", () => {
    for (const line of LINKS.trim().split("\n")) {
      const [zone = "", ...others] = line.split(" ");
      for (const other of others) {
        expect([other, canonicalZone(other.toUpperCase())]).toEqual([other, zone]);
        expect([other, inIntl(other)]).toEqual([other, inIntl(zone)]);
      }
    }
  });

  test("is there for every zone of this runtime, and can be carried out", () => {
    expect(allZones().length).toBeGreaterThan(400);
    for (const zone of allZones()) {
      expect(canonicalZone(zone)).toBe(zone);
      expect(toInstant(toLocal(new Date(0), zone), zone)).toEqual(new Date(0));
    }
  });

  test("is no distance from UTC; one that was kept is carried out all the same", () => {
    expect(canonicalZone("+02:00")).toBeUndefined();
    expect(offsetMinutes(new Date(0), keptZone("+02:00"))).toBe(120);
    expect(offsetMinutes(new Date(0), keptZone("-0930"))).toBe(-570);
    const series = { rule: "FREQ=DAILY", start: "2026-12-03T08:00", from: "schedule" } as const;
    const dates = occurrences({ ...series, timezone: keptZone("+05:30") }, { count: 1 });
    expect(dates).toMatchObject([{ at: new Date("2026-12-03T02:30:00Z") }]);
  });
});

describe("formatters", () => {
  const { DateTimeFormat } = Intl;
  afterEach(() => void Object.assign(Intl, { DateTimeFormat }));

  test("are made once for a zone, however often it is spelled anew and however far its dates lie", () => {
    let made = 0;
    const construct = (...[target, args]: [typeof DateTimeFormat, []]) => {
      made += 1;
      return Reflect.construct(target, args);
    };
    Object.assign(Intl, { DateTimeFormat: new Proxy(DateTimeFormat, { construct }) });
    const letters = "pacific/chatham".split("");
    for (let spelling = 0; spelling < 2 ** 10; spelling += 1) {
      const name = letters
        .map((letter, at) => ((spelling >> at) & 1 ? letter.toUpperCase() : letter))
        .join("");
      toLocal(new Date(Date.UTC(1970 + spelling, 0)), name);
      expect(canonicalZone(`${name}!`)).toBeUndefined();
    }
    expect(made).toBeLessThanOrEqual(1);
  });
});
