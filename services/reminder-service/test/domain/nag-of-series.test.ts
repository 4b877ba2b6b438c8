import { describe, expect, test } from "@jest/globals";
import { announceDue } from "../../src/domain/announcing/announce.ts";
import { nextNag } from "../../src/domain/announcing/nag.ts";
import { timersWanted } from "../../src/domain/planning/timers-between.ts";
import { aSeries } from "../a-series.ts";
import { type aTask, at } from "../a-task.ts";
import { next, play, rung, times } from "./nagging.ts";

const series = (facts: Parameters<typeof aTask>[0] = {}) =>
  aSeries({ nag: { every_minutes: 20, times: 9 }, ...facts });

describe("a series that nags", () => {
  test("begins anew with each of its dates", () => {
    expect(rung(series(), ...times("09:00", "09:20", "09:40", "10:00", "10:20"))).toEqual([
      "09:00",
      "09:20 nag 1",
      "09:40 nag 2",
      "10:00",
      "10:20 nag 1",
    ]);
  });

  test("is quiet once the date that rang was done", () => {
    const done = series({ due: "10:00", version: 2, changed: "09:05" });
    expect(rung(series(), { at: "09:00" }, done, ...times("09:20", "10:00"))).toEqual([
      "09:00",
      "10:00",
    ]);
  });

  test("nags again for the date that rang once its completion is taken back", () => {
    const done = series({ due: "10:00", version: 2, changed: "09:05" });
    const undone = series({ version: 3, changed: "09:10" });
    expect(rung(series(), { at: "09:00" }, done, undone, ...times("09:20", "10:00"))).toEqual([
      "09:00",
      "09:20 nag 1",
      "10:00",
    ]);
  });

  test("is quiet once its due time was moved, also where a later date had rung", () => {
    const moved = series({ due: "09:30", version: 2, changed: "10:05" });
    expect(next(series(), ...times("09:00", "10:00"), moved)).toBeUndefined();
  });

  test("says at which of its dates it is", () => {
    const { said } = play(series(), ...times("09:00", "10:00", "10:20"));
    expect(said.at(-1)).toMatchObject({ nag: 1, task_due: { at: at("10:00").toISOString() } });
  });

  test("a repetition at the very moment of the next date is another occurrence", () => {
    const hourly = aSeries({ nag: { every_minutes: 60, times: 9 } });
    const { ledger } = play(hourly, { at: "09:00" });
    const nag = ledger && nextNag(ledger);
    if (!ledger?.task || !nag) throw new Error("It does not nag");
    const now = at("10:00");
    const first = announceDue({ ...ledger, task: ledger.task }, [nag], {
      now,
      cause: { code: "unchanged" },
    });
    const { said } = announceDue(first.ledger, timersWanted(first.ledger), {
      now,
      cause: { code: "unchanged" },
    });
    expect(first.said[0]?.occurrence_id).not.toBe(said[0]?.occurrence_id);
  });
});
