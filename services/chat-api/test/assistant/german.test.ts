import { beforeEach, expect, test } from "@jest/globals";
import { aChatApi, type ChatApi } from "../a-chat-api.ts";

let api: ChatApi;
let says: ReturnType<ChatApi["talk"]>;
beforeEach(async () => {
  api = await aChatApi();
  says = api.talk();
});

test("a German conversation is answered in German, also where a sentence shows no language", async () => {
  expect(await says("füge Milch kaufen hinzu")).toBe(
    "„Milch kaufen“ steht jetzt auf deiner Liste.",
  );
  expect(await says("füge Brot kaufen hinzu")).toContain("„Brot kaufen“");
  expect(await says("erledige kaufen")).toBe(
    "Zu „kaufen“ passen mehrere Aufgaben:\n1. Milch kaufen\n2. Brot kaufen\nWas ist gemeint? Sag die Nummer.",
  );
  expect(await says("2")).toBe("„Brot kaufen“ ist erledigt.");
  expect(await says("Brot ist erledigt")).toBe(
    "„Brot kaufen“ ist schon erledigt; es war nichts zu ändern.",
  );
  expect(await says("mach das rückgängig")).toBe(
    "Ich habe das rückgängig gemacht: „Brot kaufen“ ist wieder offen.",
  );
  expect(await says("lösche die Milch")).toBe("„Milch kaufen“ liegt jetzt im Papierkorb.");
  expect(await says("Liste")).toBe("1 Aufgabe ist offen:\n1. Brot kaufen");
});

test("a German reminder and a German series are told back in German", async () => {
  expect(await says("erinnere mich morgen um 9 daran, Mama anzurufen")).toBe(
    "Ich erinnere dich an „Mama anrufen“: am Montag, 23. November 2026 um 09:00 Uhr (Europe/Rome).",
  );
  expect(await says("erinnere mich jeden Werktag um 8 Uhr ans Dehnen")).toMatch(
    /^Ich erinnere dich an „Dehnen“: jeden Tag von Montag bis Freitag um 08:00 \(Europe\/Rome\)\. Die nächsten Termine: Montag, 23\. November 2026 um 08:00 Uhr; /,
  );
  expect(await says("überspringe Dehnen diesmal")).toBe(
    "„Dehnen“ fällt diesmal aus. Der nächste Termin ist am Dienstag, 24. November 2026 um 08:00 Uhr (Europe/Rome).",
  );
  expect(await says("lass es für eine Stunde schlummern")).toBe(
    "Ich erinnere dich am Sonntag, 22. November 2026 um 12:15:21 Uhr (Europe/Rome) noch einmal an „Dehnen“.",
  );
});

test("a time with two meanings is asked about in German, and the number answers", async () => {
  const asked = await says("erinnere mich um 6 an Mama");
  expect(asked).toMatch(
    /^„um 6“ kann mehreres heißen, also habe ich noch nichts eingetragen:\n1\. /,
  );
  expect(await says("2")).toMatch(
    /^„Mama“ steht jetzt auf deiner Liste, und ich erinnere dich am /,
  );
});

test("the language that is chosen answers, whatever the message is in", async () => {
  const english = { preferences: { locale: "en-GB" } };
  const { body } = await api.say("füge Milch hinzu", english).expect(200);
  expect(body.response).toBe("I added “Milch” to your list.");
  await api.as("patch", "/preferences").send({ locale: "de" }).expect(200);
  expect(await says("add bread tomorrow")).toBe(
    "„bread“ steht jetzt auf deiner Liste, fällig am Montag, 23. November 2026.",
  );
});

test("an end that was said is told with the time, in both languages", async () => {
  expect(await says("erinnere mich morgen von 10 bis 11 an die Besprechung")).toBe(
    "Ich erinnere dich an „Besprechung“: am Montag, 23. November 2026 um 10:00 Uhr, bis 11:00 Uhr (Europe/Rome).",
  );
  expect(await api.talk()("add standup tomorrow from 10 to 11")).toBe(
    "I added “standup” and will remind you on Monday 23 November 2026 at 10:00, until 11:00 (Europe/Rome).",
  );
  expect(await api.talk()("add gym every friday from 14:00 to 16:00")).toMatch(
    /every Friday at 14:00, until 16:00 \(Europe\/Rome\)/,
  );
});

test("a refusal that has a value is German in a German answer", async () => {
  await says("füge Milch hinzu");
  for (const until of ["bis um 6", "bis 6"])
    expect(await says(`lass es ${until} schlummern`)).toMatch(
      /^Das ging nicht: Diese Zeit kann mehreres heißen \(Sonntag, 22\. November 2026, 18:00, Europe\/Rome; .+\); sag, was gemeint ist\.$/,
    );
  expect(await says("lass es bis 18 schlummern")).toMatch(
    /am Sonntag, 22\. November 2026 um 18:00 Uhr/,
  );
  expect(await says("verschiebe Milch auf 18")).toMatch(
    /auf Sonntag, 22\. November 2026 um 18:00 Uhr/,
  );
});

test("a language that is not known is said to be, in English and in itself", async () => {
  expect(await says("ricordami di chiamare la mamma domani alle 18:30")).toBe(
    "I understand English and German only, so I have changed nothing.\nLingue che capisco: inglese e tedesco. Non ho cambiato nulla.",
  );
  expect(await api.titles()).toEqual([]);
});

// The same talk in both languages: every action, and every answer that does nothing.
const TALK: readonly (readonly [english: string, german: string])[] = [
  ["help", "Hilfe"],
  ["list", "Liste"],
  ["what is done", "was ist erledigt"],
  ["what is overdue", "was ist überfällig"],
  ["what is due today", "was ist heute fällig"],
  ["what is due tomorrow", "was ist morgen fällig"],
  ["undo", "rückgängig"],
  ["add call Mama", "füge Mama hinzu"],
  ["add buy Milch", "füge Milch kaufen hinzu"],
  ["add buy Brot", "füge Brot kaufen hinzu"],
  ["remind me about Tee", "erinnere mich an Tee"],
  ["remind me about Rad tomorrow", "erinnere mich morgen an Rad"],
  ["remind me about Rad at 25:00", "erinnere mich an Rad um 25:00"],
  ["remind me about Rad on 2020-01-01 at 8:00", "erinnere mich am 1.1.2020 um 8:00 an Rad"],
  ["remind me about Rad 10 minutes before", "erinnere mich 10 Minuten vorher an Rad"],
  ["remind me about Rad at 6", "erinnere mich um 6 an Rad"],
  ["1", "1"],
  ["remind me about Rad tomorrow at 9:00", "erinnere mich morgen um 9:00 an Rad"],
  [
    "add Arzt tomorrow at 15:00, remind me an hour before",
    "füge Arzt morgen um 15:00, eine Stunde vorher erinnern hinzu",
  ],
  ["remind me every day at 8:00 about Yoga", "erinnere mich jeden Tag um 8:00 an Yoga"],
  ["add Pflanzen every Friday", "füge Pflanzen jeden Freitag hinzu"],
  ["complete buy", "erledige kaufen"],
  ["2", "2"],
  ["complete Brot", "erledige Brot"],
  ["what is done", "was ist erledigt"],
  ["reopen Brot", "öffne Brot wieder"],
  ["undo", "rückgängig"],
  ["delete Milch", "lösche Milch"],
  ["undo", "rückgängig"],
  ["delete Milch", "lösche Milch"],
  ["restore Milch", "stelle Milch wieder her"],
  ["complete Yoga", "erledige Yoga"],
  ["skip Yoga", "überspringe Yoga"],
  ["undo", "rückgängig"],
  ["snooze Yoga for 10 minutes", "lass Yoga für 10 Minuten schlummern"],
  ["undo", "rückgängig"],
  ["snooze Yoga for 900 days", "lass Yoga für 900 Tage schlummern"],
  ["mute Yoga until Monday", "schalte Yoga bis Montag stumm"],
  ["undo", "rückgängig"],
  ["mute Yoga until blue", "schalte Yoga bis blau stumm"],
  ["unmute Yoga", "schalte Yoga wieder laut"],
  ["mute Yoga until Monday", "schalte Yoga bis Montag stumm"],
  ["unmute Yoga", "schalte Yoga nicht mehr stumm"],
  ["dismiss Yoga", "bestätige Yoga"],
  ["undo", "rückgängig"],
  ["end the series Yoga", "beende die Serie Yoga"],
  ["skip Yoga", "überspringe Yoga"],
  ["complete Mond", "erledige Mond"],
  ["complete Mlich", "erledige Mlich"],
  ["list", "Liste"],
  ["delete everything", "lösche alles"],
  ["complete 99", "erledige 99"],
  ["remind me", "erinnere mich"],
  ["xyzzy", "xyzzy"],
  [`add ${"x".repeat(201)}`, `aufgabe: ${"x".repeat(201)}`],
  [`complete ${"x".repeat(201)}`, `erledige ${"x".repeat(201)}`],
  [`complete ${"x".repeat(600)}`, `erledige ${"x".repeat(600)}`],
];

const wordsOf = (answer: string): string[] => answer.toLowerCase().match(/\p{L}+/gu) ?? [];
const SHARED = new Set(
  wordsOf(
    "in an so Europe Rome was September November mama milch brot tee rad arzt yoga pflanzen mond mlich xyzzy x am um all",
  ),
);

test("no answer of a German conversation has a word of those that English answers are made of", async () => {
  const english = new Set<string>();
  for (const [sentence] of TALK)
    for (const word of wordsOf(await says(sentence))) if (!SHARED.has(word)) english.add(word);
  expect(english.size).toBeGreaterThan(140);
  const german = (await aChatApi()).talk();
  const answers: string[] = [];
  for (const [, sentence] of TALK) answers.push(await german(sentence));
  const mixed = answers.filter((answer) => wordsOf(answer).some((word) => english.has(word)));
  expect(mixed).toEqual([]);
  expect(
    answers.filter((answer) => answer.startsWith("Das habe ich nicht verstanden")),
  ).toHaveLength(1);
});
