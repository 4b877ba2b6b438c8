import { beforeEach, describe, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi, fieldsOf } from "../a-chat-api.ts";
import { daily, local, withSeries } from "./a-series.ts";

let api: ChatApi;
let ada: ReturnType<typeof withSeries>;
beforeEach(async () => {
  api = await aChatApi();
  ada = withSeries(api);
});

const weekly = (day: string) => ({
  repeat: { ...daily, rule: `FREQ=WEEKLY;BYDAY=${day}`, start: "2026-11-16T08:00" },
});
const every = (days: number) => ({
  ...daily,
  rule: `FREQ=DAILY;INTERVAL=${days}`,
  from: "completion",
});
const at = (time: string, more: object = {}) => ({
  repeat: { ...daily, start: `2026-11-20T${time}`, ...more },
});

const without = (exdates: string[], time = "08:00") => at(time, { exdates });

describe("a series that is changed", () => {
  test.each(["complete", "skip"])(
    "after a date was let go ahead does not bring it back: %s",
    async (verb) => {
      const { id } = await ada.aSeries();
      expect(local(await ada.does(id, verb))).toBe("2026-11-24T08:00:00");
      expect(local(await ada.change(id, at("09:00")))).toBe("2026-11-24T09:00:00");
      expect(local(await ada.change(id, at("07:00")))).toBe("2026-11-24T07:00:00");
      expect(local(await ada.change(id, at("22:00")))).toBe("2026-11-24T22:00:00");
      expect((await ada.change(id, { title: "x", reminders: [] })).due.local).toBe(
        "2026-11-24T22:00:00",
      );
    },
  );

  test("on the day it was done waits for the next one, and before that has its day", async () => {
    const { id } = await ada.aSeries();
    expect(local(await ada.change(id, at("18:00")))).toBe("2026-11-22T18:00:00");
    api.clock.set("2026-11-22T17:05:00Z");
    await ada.does(id, "complete");
    expect(local(await ada.change(id, at("23:00")))).toBe("2026-11-23T23:00:00");
  });

  test("several times a day keeps those of the day that are left", async () => {
    const twice = { ...daily, rule: "FREQ=DAILY;BYHOUR=8,20" };
    const { id } = await ada.aSeries(twice);
    await ada.does(id, "complete");
    await ada.does(id, "complete");
    const later = { repeat: { ...twice, rule: "FREQ=DAILY;BYHOUR=9,21" } };
    expect(local(await ada.change(id, later))).toBe("2026-11-23T21:00:00");
  });

  test("to another day of the week has the first one that was not done", async () => {
    const { id } = await ada.aSeries(weekly("TU").repeat);
    await ada.does(id, "complete");
    expect(local(await ada.change(id, weekly("TH")))).toBe("2026-11-26T08:00:00");
    expect(local(await ada.change(id, weekly("TU")))).toBe("2026-12-01T08:00:00");
  });

  test("leaves a date that was moved by hand where it is, and goes on after it", async () => {
    const { id } = await ada.aSeries();
    await ada.move(id, "2026-11-22T18:00");
    const changed = await ada.change(id, at("09:00"));
    expect(changed.due).toMatchObject({
      local: "2026-11-22T18:00:00",
      occurrence: { local: "2026-11-23T09:00:00" },
    });
    expect(local(await ada.does(id, "complete"))).toBe("2026-11-24T09:00:00");
  });

  test("done for good comes again only after its last date", async () => {
    const { id } = await ada.aSeries({ ...daily, rule: "FREQ=DAILY;COUNT=4" });
    expect((await ada.does(id, "complete")).status).toBe("done");
    const longer = at("09:00", { rule: "FREQ=DAILY;COUNT=9" });
    expect(local(await ada.change(id, longer))).toBe("2026-11-24T09:00:00");
  });

  test("and counted from its completion is counted from when it was done last", async () => {
    const { id } = await ada.aSeries(every(3));
    expect(local(await ada.does(id, "complete"))).toBe("2026-11-25T08:00:00");
    expect(local(await ada.change(id, { repeat: every(3) }))).toBe("2026-11-25T08:00:00");
    expect(local(await ada.change(id, { repeat: every(5) }))).toBe("2026-11-27T08:00:00");
  });

  test("told again as it is, over or not, is not refused and not moved", async () => {
    const last = { ...daily, rule: "FREQ=DAILY;COUNT=4" };
    const { id } = await ada.aSeries(last);
    await ada.does(id, "complete");
    expect((await ada.change(id, { repeat: last })).version).toBe(2);
  });
});

describe("dates left out of a series", () => {
  test("go along when its time is changed, and the answer says where they are", async () => {
    const { id } = await ada.aSeries(without(["2026-11-24T08:00"]).repeat);
    const changed = await ada.change(id, without(["2026-11-24T08:00"], "09:30"));
    expect(changed.repeat.exdates).toEqual(["2026-11-24T09:30:00"]);
    expect(local(changed)).toBe("2026-11-23T09:30:00");
    expect(local(await ada.does(id, "complete"))).toBe("2026-11-25T09:30:00");
  });

  test("go along with a series that is of whole days from now on", async () => {
    const { id } = await ada.aSeries(without(["2026-11-24T08:00"]).repeat);
    const days = { repeat: { ...daily, start: "2026-11-20", exdates: ["2026-11-24T08:00"] } };
    expect((await ada.change(id, days)).repeat.exdates).toEqual(["2026-11-24"]);
  });

  test("that are no dates of the rule any more are refused and named, unless they are past", async () => {
    const { id } = await ada.aSeries(without(["2026-11-21T08:00", "2026-11-25T08:00"]).repeat);
    const fridays = { ...daily, rule: "FREQ=WEEKLY;BYDAY=FR" };
    const refused = await api.as("patch", `/tasks/${id}`).send({
      repeat: { ...fridays, exdates: ["2026-11-21T08:00", "2026-11-25T08:00"] },
    });
    expect([refused.status, fieldsOf(refused)]).toEqual([400, ["repeat.exdates.1"]]);
    expect(refused.body.detail).toContain("no date of this rule any more");
    const past = await ada.change(id, { repeat: { ...fridays, exdates: ["2026-11-21T08:00"] } });
    expect(past.repeat.exdates).toEqual(["2026-11-21T08:00"]);
  });

  test.each(["2026-02-30T08:00", "2026-11-24T25:00"])(
    "that are no dates at all are refused, like in a new task: %s",
    async (exdate) => {
      const { id } = await ada.aSeries();
      const res = await api.as("patch", `/tasks/${id}`).send(without([exdate], "09:00"));
      expect([res.status, fieldsOf(res)]).toEqual([400, ["repeat.exdates.0"]]);
    },
  );

  test("are taken as they are said where the rule stays", async () => {
    const { id } = await ada.aSeries();
    const changed = await ada.change(id, without(["2026-11-23T08:00", "2026-11-24T12:00"]));
    expect(changed.repeat.exdates).toEqual(["2026-11-23T08:00", "2026-11-24T12:00"]);
    expect(local(changed)).toBe("2026-11-24T08:00:00");
  });
});
