import { beforeEach, describe, expect, test } from "@jest/globals";
import { OccurrencesAnswer, WhenAnswer } from "@todo-mesh/contracts";
import { aChatApi, type ChatApi, fieldsOf } from "./a-chat-api.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const timezone = "Europe/Rome";
const ask = (text: string, more: object = {}) =>
  api.as("post", "/when").send({ text, timezone, ...more });
const dates = (asked: object) =>
  api
    .as("post", "/when/occurrences")
    .send({ rule: "FREQ=DAILY", start: "2026-11-22T08:00", timezone, ...asked });

describe("what a sentence means", () => {
  test.each<[string, object]>([
    [
      "call mum tomorrow at 9:00",
      {
        kind: "instant",
        at: "2026-11-23T08:00:00.000Z",
        local: "2026-11-23T09:00:00",
        timezone,
        title: "call mum",
        phrase: "tomorrow at 9:00",
        reading: "Monday 23 November 2026, 09:00, Europe/Rome",
      },
    ],
    ["call mum tomorrow", { kind: "date", date: "2026-11-23", title: "call mum" }],
    [
      "stretch every weekday at 8:00",
      {
        kind: "recurrence",
        rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        start: "2026-11-23T08:00:00",
        from: "schedule",
        all_day: false,
        timezone,
        title: "stretch",
      },
    ],
    ["10 minutes before", { kind: "offset", offset: { minutes: -10 }, anchor: "due" }],
    [
      "call mum at 6",
      {
        kind: "ambiguous",
        title: "call mum",
        candidates: [{ kind: "instant" }, { kind: "instant" }],
      },
    ],
    ["buy 2 tickets to Room 9", { kind: "none", title: "buy 2 tickets to Room 9" }],
  ])("%p", async (text, meaning) => {
    const { body } = await ask(text).expect(200);
    expect(body).toMatchObject(meaning);
    expect(WhenAnswer.parse(body)).toEqual(body);
  });

  test("a series says its next five dates", async () => {
    const { body } = await ask("every Monday at 7:30").expect(200);
    expect(body.next).toHaveLength(5);
    expect(body.next[0]).toEqual({ at: "2026-11-23T06:30:00.000Z", local: "2026-11-23T07:30:00" });
  });

  test.each<[string, object, object]>([
    ["call mum at 6", { hour_cycle: 24 }, { at: "2026-11-23T05:00:00.000Z" }],
    ["pay on 3/4", { day_first: true }, { date: "2027-04-03" }],
    ["pay on 3/4", { day_first: false }, { date: "2027-03-04" }],
  ])(
    "%p is asked back, but with the preference %j it is settled",
    async (text, preferences, meant) => {
      expect((await ask(text).expect(200)).body.kind).toBe("ambiguous");
      expect((await ask(text, { preferences }).expect(200)).body).toMatchObject(meant);
    },
  );

  test("a locale says in which language it is read back", async () => {
    const { body } = await ask("morgen um 9", { preferences: { locale: "en-GB" } }).expect(200);
    expect(body.reading).toBe("Monday 23 November 2026, 09:00, Europe/Rome");
    const german = await ask("morgen um 9").expect(200);
    expect(german.body.reading).toBe("Montag, 23. November 2026, 09:00, Europe/Rome");
  });

  test("what is in no language that we read is said to be, and nothing of it is guessed", async () => {
    const { body } = await ask("rappelle-moi demain à 9h d'appeler").expect(200);
    expect(WhenAnswer.parse(body)).toEqual(body);
    expect(body).toMatchObject({ kind: "none", why: "unknown_language" });
  });

  test("it is seen from the moment that is given, or from this one", async () => {
    const { body } = await ask("in 10 minutes", { now: "2030-01-01T12:00:00+01:00" });
    expect(body.at).toBe("2030-01-01T11:10:00.000Z");
    expect((await ask("in 10 minutes")).body.at).toBe("2026-11-22T10:25:21.000Z");
  });

  test.each<[object, string]>([
    [{ text: "" }, "text"],
    [{ text: "x".repeat(8_001) }, "text"],
    [{ timezone: "Mars/Olympus" }, "timezone"],
    [{ now: "yesterday" }, "now"],
    [{ locale: "en" }, "locale"],
    [{ preferences: { locale: "no tag" } }, "preferences.locale"],
  ])("%j is refused, and the field is named", async (wrong, field) => {
    const res = await ask("tomorrow", wrong).expect(400);
    expect(fieldsOf(res)).toContain(field);
  });
});

describe("the dates of a rule", () => {
  test("come after this moment, five of them, in order", async () => {
    const { body } = await dates({}).expect(200);
    expect(OccurrencesAnswer.parse(body).items.map(({ local }) => local)).toEqual(
      [23, 24, 25, 26, 27].map((day) => `2026-11-${day}T08:00:00`),
    );
  });

  test("come after the moment asked for, as many as asked for, without some and with others", async () => {
    const { body } = await dates({
      after: "2026-12-01T00:00:00Z",
      count: 3,
      exdates: ["2026-12-02T08:00"],
      rdates: ["2026-12-03T12:00"],
    }).expect(200);
    expect(body.items.map(({ at }: { at: string }) => at)).toEqual([
      "2026-12-01T07:00:00.000Z",
      "2026-12-03T07:00:00.000Z",
      "2026-12-03T11:00:00.000Z",
    ]);
  });

  test("of a rule that is over are none", async () => {
    const { body } = await dates({ rule: "FREQ=DAILY;COUNT=1" });
    expect(body).toEqual({ items: [], reading: "every day at 08:00, once" });
  });

  test("are told with the rule in words, in the language asked for, else in that of the person", async () => {
    const rule = "FREQ=WEEKLY;BYDAY=MO";
    const german = { preferences: { locale: "de-AT" } };
    expect((await dates({ rule })).body.reading).toBe("every Monday at 08:00");
    expect((await dates({ rule, ...german })).body.reading).toBe("jeden Montag um 08:00");
    await api.as("patch", "/preferences").send({ locale: "de" }).expect(200);
    expect((await dates({ rule })).body.reading).toBe("jeden Montag um 08:00");
  });

  test("of whole days have no time in their words", async () => {
    const whole = { rule: "FREQ=DAILY;INTERVAL=2", start: "2026-11-23", count: 2 };
    expect((await dates({ ...whole, exdates: ["2026-11-25"] })).body).toMatchObject({
      items: [{ local: "2026-11-23T00:00:00" }, { local: "2026-11-27T00:00:00" }],
      reading: "every 2 days",
    });
  });

  test.each<[object, string, string]>([
    [{ rule: "FREQ=DAILY;INTERVAL=0" }, "rule", "INTERVAL"],
    [{ rule: "FREQ=FORTNIGHTLY" }, "rule", "FREQ"],
    [{ rule: "every day" }, "rule", "EVERY DAY"],
    [{ rule: "FREQ=DAILY;COUNT=3;UNTIL=20270101" }, "rule", "UNTIL"],
    [{ rule: "" }, "rule", ""],
    [{ rule: "x".repeat(4_097) }, "rule", ""],
    [{ start: "2026-02-30T08:00" }, "start", ""],
    [{ start: "tomorrow" }, "start", ""],
    [{ timezone: "Mars/Olympus" }, "timezone", ""],
    [{ after: "soon" }, "after", ""],
    [{ count: 0 }, "count", ""],
    [{ count: 201 }, "count", ""],
    [{ exdates: ["2026-02-30T08:00"] }, "exdates.0", ""],
    [{ exdates: Array.from({ length: 10_001 }, () => "2026-12-02T08:00") }, "exdates", ""],
    [{ from: "completion" }, "from", ""],
  ])("%j is refused: the field is named, and the part of the rule", async (wrong, field, part) => {
    const res = await dates(wrong).expect(400);
    expect(fieldsOf(res)).toContain(field);
    expect(res.body.detail.toUpperCase()).toContain(part);
  });
});

test("both answer while the state store is away", async () => {
  api.rows.setAway(true);
  const answers = [await ask("tomorrow"), await dates({})];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test("both are asked by POST alone", async () => {
  const answers = [await api.as("get", "/when"), await api.as("get", "/when/occurrences")];
  expect(answers.map(({ status }) => status)).toEqual([405, 405]);
});
