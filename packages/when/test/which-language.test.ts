import { describe, expect, test } from "@jest/globals";
import { resolve } from "../src/index.ts";
import { tell } from "./tell.ts";

const timezone = "Europe/Berlin";
const now = new Date("2026-11-24T09:00:00Z");
const mean = (text: string, locale?: string) =>
  resolve(text, { now, timezone, preferences: { locale } });
const said = (text: string, locale?: string): readonly string[] => {
  const meaning = mean(text, locale);
  return [tell(meaning, timezone), meaning.title];
};

describe("without a locale the message says which language it is in", () => {
  test.each([
    ["call mum tomorrow at 9", "2026-11-25 09:00", "call mum"],
    ["Mama morgen um 9 anrufen", "2026-11-25 09:00", "Mama anrufen"],
    ["erinnere mich Freitag an die Milch", "2026-11-27", "Milch"],
  ])("“%s” is %s", (text, meaning, title) => {
    expect(said(text)).toEqual([meaning, title]);
  });
});

describe("words of both languages go together", () => {
  test.each([
    ["morgen call Anna um 9", "2026-11-25 09:00", "call Anna"],
    ["dentist nächsten Dienstag 15 Uhr", "2026-12-01 15:00", "dentist"],
    ["call Anna tomorrow um 9", "2026-11-25 09:00", "call Anna"],
    ["remind me to meet Klaus am Freitag at 6pm", "2026-11-27 18:00", "meet Klaus"],
    ["erinnere mich tomorrow at 9 an die Milch", "2026-11-25 09:00", "Milch"],
    ["trash every Montag um 9:00", "WEEKLY;BYDAY=MO @2026-11-30 09:00", "trash"],
    ["Müll jeden Monday um 9:00", "WEEKLY;BYDAY=MO @2026-11-30 09:00", "Müll"],
  ])("“%s” is %s, whatever the locale", (text, meaning, title) => {
    for (const locale of [undefined, "en", "de"])
      expect(said(text, locale)).toEqual([meaning, title]);
  });
});

describe("the locale is answered in", () => {
  test.each([
    ["tomorrow at 9", undefined, "Wednesday 25 November 2026, 09:00, Europe/Berlin"],
    ["tomorrow at 9", "de-AT", "Mittwoch, 25. November 2026, 09:00, Europe/Berlin"],
    ["morgen um 9", "en-GB", "Wednesday 25 November 2026, 09:00, Europe/Berlin"],
    ["morgen um 9", "fr", "Mittwoch, 25. November 2026, 09:00, Europe/Berlin"],
    ["every Monday", "de", "jeden Montag; danach: Montag, 30. November 2026"],
  ])("“%s” for %s is read back as “%s”", (text, locale, reading) => {
    expect(mean(text, locale)).toMatchObject({ reading: expect.stringContaining(reading) });
  });
});

describe("of a language that we do not read nothing is guessed, and it is said", () => {
  test.each([
    "rappelle-moi demain à 9h d'appeler",
    "recuérdame llamar a mamá mañana a las 9:00",
    "ricordami di chiamare la mamma domani alle 18:30",
    "herinner me morgen om 9:00 aan de melk",
    "напомни мне завтра в 9:00",
    "明日 9:00 会議",
  ])("“%s”", (text) => {
    for (const locale of [undefined, "en", "de"])
      expect(mean(text, locale)).toEqual({ kind: "none", title: text, why: "unknown_language" });
  });

  test.each([
    ["buy pain au chocolat tomorrow", "2026-11-25"],
    ["add 牛乳 tomorrow at 9:00", "2026-11-25 09:00"],
    ["Croissants à la crème kaufen am Freitag um 10 Uhr", "2026-11-27 10:00"],
  ])("but a name in it may be of any language: “%s”", (text, meaning) => {
    expect(said(text)[0]).toBe(meaning);
  });
});
