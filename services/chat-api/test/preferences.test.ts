import { beforeEach, describe, expect, test } from "@jest/globals";
import { parseTime } from "../src/use-cases/preferences/parse-time.ts";
import { aChatApi, type ChatApi, fieldsOf } from "./a-chat-api.ts";
import { ADA, NOW } from "./a-task.ts";

let api: ChatApi;
beforeEach(async () => {
  api = await aChatApi();
});
const choose = (patch: object) => api.as("patch", "/preferences").send(patch);
const chosen = async () => (await api.as("get", "/preferences").expect(200)).body;
const when = (asked: object) => api.as("post", "/when").send(asked);
const ALL = {
  hour_cycle: 24,
  day_first: true,
  week_start: "MO",
  locale: "en",
  country: "GB",
} as const;
const PHRASE = "pay on 3/4/2031 at 8:00";

describe("what a person has chosen", () => {
  test("is nothing at first", async () => {
    expect(await chosen()).toEqual({ version: 0 });
  });

  test("is changed by what a patch names, and taken back by null", async () => {
    await choose({ timezone: "europe/rome", hour_cycle: 24, week_start: "SU" }).expect(200);
    const res = await choose({ hour_cycle: null, day_first: false }).expect(200);
    expect(res.body).toMatchObject({ timezone: "Europe/Rome", week_start: "SU", day_first: false });
    expect(res.body).not.toHaveProperty("hour_cycle");
    expect(res.headers["etag"]).toBe('"2"');
    expect(await chosen()).toEqual(res.body);
  });

  test("keeps its version when a patch says what is so already", async () => {
    const { body } = await choose({ day_first: true }).expect(200);
    expect((await choose({ day_first: true, hour_cycle: null }).expect(200)).body).toEqual(body);
  });

  test("is told to the other services, as far as they go by it, and only where something changed", async () => {
    await choose({ timezone: "Europe/Rome", day_reminder: "07:15", locale: "de" }).expect(200);
    await choose({ day_reminder: "07:15" }).expect(200);
    await choose({ day_reminder: null }).expect(200);
    const told = { version: 2, updated_at: NOW.toISOString(), timezone: "Europe/Rome" };
    expect((await api.events()).map(({ type, data }) => [type, data])).toEqual([
      [
        "todo.person.preferences-changed.v1",
        { user_id: ADA, preferences: { ...told, version: 1, day_reminder: "07:15" } },
      ],
      ["todo.person.preferences-changed.v1", { user_id: ADA, preferences: told }],
    ]);
  });

  test("is changed once for one key, and only from the version that is named", async () => {
    const first = await choose({ day_first: true }).set("idempotency-key", "k").expect(200);
    await choose({ day_first: false }).set("if-match", '"1"').expect(200);
    const again = await choose({ day_first: true }).set("idempotency-key", "k").expect(200);
    expect(again.text).toBe(first.text);
    const late = await choose({ week_start: "MO" }).set("if-match", '"1"').expect(412);
    expect(late.body.detail).toMatch(/at version 2, not 1/);
    expect(await chosen()).toMatchObject({ day_first: false, version: 2 });
  });

  test.each([
    [{ hour_cycle: 13 }, "hour_cycle"],
    [{ week_start: "WE" }, "week_start"],
    [{ country: "gb" }, "country"],
    [{ timezone: "Mars/Olympus" }, "timezone"],
    [{ day_first: "yes" }, "day_first"],
    [{ day_reminder: "24:00" }, "day_reminder"],
    [{ evening_reminder: "8pm" }, "evening_reminder"],
    [{ version: 7 }, "version"],
  ])("is not %j, and the field is named", async (patch, field) => {
    expect(fieldsOf(await choose(patch).expect(400))).toContain(field);
    expect(await chosen()).toEqual({ version: 0 });
  });
});

describe("words are read as their person has chosen", () => {
  beforeEach(() => choose({ timezone: "Asia/Tokyo", day_first: true }).expect(200));

  test("by /when", async () => {
    const { body } = await when({ text: PHRASE }).expect(200);
    expect(body).toMatchObject({ local: "2031-04-03T08:00:00", timezone: "Asia/Tokyo" });
  });

  test.each([
    ["GB", "2027-03-07"],
    ["US", "2027-05-09"],
  ])("by the feasts of their country, %s", async (country, date) => {
    await choose({ country, timezone: "UTC" }).expect(200);
    const text = "flowers on Mother's Day";
    expect((await when({ text }).expect(200)).body).toMatchObject({ kind: "date", date });
    const both = { text, preferences: { country: country === "GB" ? "US" : "GB" } };
    expect((await when(both).expect(200)).body.date).not.toBe(date);
  });

  test("by the chat", async () => {
    await api
      .as("post", "/chat")
      .send({ message: `add ${PHRASE}` })
      .expect(200);
    const { body } = await api.as("get", "/tasks").expect(200);
    expect(body.items).toMatchObject([
      { due: { local: "2031-04-03T08:00:00", timezone: "Asia/Tokyo" } },
    ]);
  });

  test("unless a request says otherwise itself", async () => {
    const said = { timezone: "UTC", preferences: { day_first: false } };
    const { body } = await when({ text: PHRASE, ...said }).expect(200);
    expect(body).toMatchObject({ local: "2031-03-04T08:00:00", timezone: "UTC" });
  });

  test("which is not even asked for where a request says all of it itself", async () => {
    const asked: string[] = [];
    const readPreferences = async (userId: string) => {
      asked.push(userId);
      return { version: 0 };
    };
    const { meaning } = parseTime({ clock: api.clock, readPreferences });
    const { locale, ...some } = ALL;
    await meaning(ADA, { text: PHRASE, timezone: "UTC", preferences: { locale, ...some } });
    expect(asked).toEqual([]);
    await meaning(ADA, { text: PHRASE, timezone: "UTC", preferences: some });
    await meaning(ADA, { text: PHRASE, preferences: ALL });
    expect(asked).toEqual([ADA, ADA]);
  });

  test("while the store is away by what the request says, and without a zone not at all", async () => {
    api.rows.setAway(true);
    const { body } = await when({ text: "pay tomorrow", timezone: "UTC" }).expect(200);
    expect(body).toMatchObject({ kind: "date", timezone: "UTC" });
    await when({ text: "pay tomorrow" }).expect(503);
  });

  test("as they were when a message was first sent, however often it is sent", async () => {
    const send = () =>
      api
        .as("post", "/chat")
        .set("idempotency-key", "k")
        .send({ message: `add ${PHRASE}` });
    api.store.breakAt(2, "before");
    await send();
    await choose({ day_first: false, timezone: null }).expect(200);
    await send().expect(200);
    const { body } = await api.as("get", "/tasks").expect(200);
    expect(body.items).toMatchObject([
      { due: { local: "2031-04-03T08:00:00", timezone: "Asia/Tokyo" } },
    ]);
  });
});

test("a choice that only a newer version knows is none, and the others stay", async () => {
  await choose({ day_first: true, week_start: "MO" }).expect(200);
  const [key = ""] = [...api.rows.rows().keys()].filter((one) => one.includes("preferences"));
  const value = { day_first: true, week_start: "TU", moon: "full", version: 4 };
  await api.rows.transact([{ put: key, value }]);
  expect(await chosen()).toEqual({ day_first: true, version: 4 });
});

test("choices go along in an export, and with their person when they are forgotten", async () => {
  await choose({ week_start: "SA" }).expect(200);
  expect((await api.as("get", "/export").expect(200)).body.preferences).toEqual(await chosen());
  await api.as("delete", "/").expect(200);
  expect(await chosen()).toEqual({ version: 0 });
});
