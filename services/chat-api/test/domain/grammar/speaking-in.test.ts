import { describe, expect, test } from "@jest/globals";
import { speakingIn } from "../../../src/domain/grammar/speaking-in.ts";
import { LANGUAGES } from "../../../src/domain/languages/languages.ts";
import { NOW } from "../../a-task.ts";

const context = { now: NOW, timezone: "Europe/Rome" };
const localeOf = (...texts: readonly string[]) => speakingIn(context, texts).preferences?.locale;

// None of them has a word by which alone a text shows itself to be German.
const GERMAN = [
  "wie oft habe ich Yoga gemacht",
  "wie oft habe ich gedehnt",
  "wann habe ich zuletzt Yoga gemacht",
  "beende die Serie Yoga",
  "quittiere Yoga",
  "bestätige Yoga",
  "bestätige",
  "Yoga überspringen",
  "hole Yoga zurück",
  "storniere Yoga",
  "entferne Yoga",
  "schalte Yoga laut",
  "schalte Yoga wieder laut",
  "widerrufen",
  "Befehle",
  "moin",
];

describe("a sentence that no other language has is answered in its own", () => {
  test.each(GERMAN)("%s", (text) => {
    expect(localeOf(text)).toBe("de");
    expect(localeOf("2", text)).toBe("de");
    expect(speakingIn({ ...context, preferences: { locale: "en" } }, [text])).toMatchObject({
      preferences: { locale: "en" },
    });
  });

  test("and so are all that the help shows", () => {
    for (const [locale, { actions }] of Object.entries(LANGUAGES))
      for (const words of Object.values(actions))
        for (const example of "examples" in words ? (words.examples ?? []) : [])
          expect([example, localeOf(example)]).toEqual([example, locale]);
  });

  test("what several have, or none, is answered in English", () => {
    for (const text of ["Agenda", "xyzzy", "2", "", "Yoga"]) expect(localeOf(text)).toBe("en");
  });
});

/** What a language has of an action: all that English has, and what it is called. */
const saidOf = (words: object): readonly string[] => Object.keys(words).toSorted();

test("every language has the same of every action as English, and a name for each that is told", () => {
  const { en, ...others } = LANGUAGES;
  const english = Object.entries(en.actions).map(([action, words]) => [
    action,
    saidOf("say" in words ? { ...words, name: "" } : words),
  ]);
  for (const { actions } of Object.values(others))
    expect(Object.entries(actions).map(([action, words]) => [action, saidOf(words)])).toEqual(
      english,
    );
});
