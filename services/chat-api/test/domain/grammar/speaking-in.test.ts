import { describe, expect, test } from "@jest/globals";
import { ACTIONS } from "../../../src/domain/actions/all.ts";
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

test("every language asks for the same actions, has a name for each, and says the same of them", () => {
  const { en, ...others } = LANGUAGES;
  const saidOf = (words: object): readonly string[] =>
    Object.keys(words)
      .filter((key) => key !== "name")
      .toSorted();
  for (const { actions } of Object.values(others))
    for (const { name } of ACTIONS) {
      const own = Object.entries(actions).find(([key]) => key === name)?.[1];
      const english = Object.entries(en.actions).find(([key]) => key === name)?.[1];
      expect([name, saidOf(own ?? {})]).toEqual([name, saidOf(english ?? {})]);
      if (own && "say" in own) expect(own).toHaveProperty("name", expect.any(String));
    }
});
