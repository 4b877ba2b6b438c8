import { describe, expect, test } from "@jest/globals";
import { ACTIONS } from "../../../src/domain/actions/all.ts";
import { understanding } from "../../../src/domain/grammar/understand.ts";
import { NOW } from "../../a-task.ts";

const understand = understanding(ACTIONS);
const understood = (text: string) => understand(text, { now: NOW, timezone: "Europe/Berlin" });
const call = (name: string, input: object) => ({ kind: "call", name, arguments: input });
const change = (name: string, task: object) => ({ kind: "change", name, task });

describe("German sentences that add a task", () => {
  test.each([
    ["füge Milch kaufen hinzu", "Milch kaufen", undefined],
    ["Füge bitte Milch zu meiner Liste hinzu.", "Milch", undefined],
    ["setz Milch auf die Liste", "Milch", undefined],
    ["schreib Milch auf meine Liste", "Milch", undefined],
    ["kannst du bitte Milch auf die Liste setzen", "Milch", undefined],
    ["Milch kaufen hinzufügen", "Milch kaufen", undefined],
    ["neue Aufgabe: Tür streichen", "Tür streichen", undefined],
    ["todo: Dach reparieren", "Dach reparieren", undefined],
    ["Aufgabe: Blumen gießen morgen um 19:30", "Blumen gießen", "morgen um 19:30"],
    ["vergiss nicht, die Katze zu füttern", "die Katze füttern", undefined],
    ["denk an die Schlüssel", "die Schlüssel", undefined],
    ["ich muss morgen um 12:00 die Miete zahlen", "die Miete zahlen", "morgen um 12:00"],
    ["füge Miete zahlen am 3. Dezember hinzu", "Miete zahlen", "am 3. Dezember"],
    ["füge Mama anrufen jeden Tag hinzu", "Mama anrufen", "jeden Tag"],
    ["todo: „um 9 treffen“", "um 9 treffen", undefined],
    ["erstelle eine Aufgabe: Lampe kaufen", "Lampe kaufen", undefined],
  ])("%p adds %p with the time %p", (text, title, when) => {
    expect(understood(text)).toEqual(call("add_task", { title, when }));
  });
});

describe("German sentences that ask for a reminder", () => {
  test.each([
    ["erinnere mich in 10 Minuten daran, Mama anzurufen", "Mama anrufen", "in 10 Minuten", "about"],
    ["erinnere mich daran, Mama morgen um 9 anzurufen", "Mama anrufen", "morgen um 9", "about"],
    ["erinnere mich morgen um 9 an den Zahnarzt", "Zahnarzt", "morgen um 9", "about"],
    ["erinner mich um 18:30 ans Training", "Training", "um 18:30", "about"],
    [
      "Erinnere mich jeden Werktag um 8 Uhr ans Dehnen",
      "Dehnen",
      "jeden Werktag um 8 Uhr",
      "about",
    ],
    ["erinnere mich jeden Montag um 9 an den Müll", "Müll", "jeden Montag um 9", "about"],
    ["morgen um 9 erinnere mich an den Müll", "Müll", "morgen um 9", "about"],
    [
      "kannst du mich daran erinnern, in 3 Stunden Bob anzurufen",
      "Bob anrufen",
      "in 3 Stunden",
      "about",
    ],
    ["erinnere mich an die Milch", "Milch", undefined, "about"],
    ["Erinnerung: Blumen gießen heute um 23:00", "Blumen gießen", "heute um 23:00", "about"],
  ])("%p is about %p, %p", (text, title, when, link) => {
    expect(understood(text)).toEqual(call("add_task", { title, when, remind: true, link }));
  });
});

describe("lines of both languages", () => {
  test.each([
    ["add Milch kaufen tomorrow", "Milch kaufen", "tomorrow"],
    ["add Zahnarzt morgen um 15:00", "Zahnarzt", "morgen um 15:00"],
    ["füge call Bob tomorrow at 18:00 hinzu", "call Bob", "tomorrow at 18:00"],
  ])("%p adds %p with the time %p", (text, title, when) => {
    expect(understood(text)).toEqual(call("add_task", { title, when }));
  });
});

describe("times that are asked about and never guessed, in German", () => {
  test.each([
    ["erinnere mich morgen an Mama", "Mama", "no-clock", "am Montag, 23. November 2026"],
    ["erinnere mich jeden Tag an Mama", "Mama", "no-clock", "jeden Tag"],
    ["erinnere mich am 1.1.2020 um 8:00 an Mama", "Mama", "past", undefined],
    ["erinnere mich an Mama um 25:00", "Mama", "impossible", undefined],
  ])("%p: what is wrong with the time of %p is %p", (text, title, why, day) => {
    const remind = text.startsWith("erinnere");
    expect(understood(text)).toEqual({ kind: "ask-when", title, remind, why, day });
  });

  test.each(["erinnere mich", "neue Aufgabe", "todo:", "erinnere mich um 18:30"])(
    "%p does not say what it is about",
    (text) => expect(understood(text)).toEqual({ kind: "ask-what" }),
  );
});

describe("German sentences that ask for the list", () => {
  test.each([
    ["Liste", "open"],
    ["meine Aufgaben", "open"],
    ["zeig mir meine Aufgaben", "open"],
    ["was steht auf meiner Liste?", "open"],
    ["Was steht an", "open"],
    ["was muss ich noch tun?", "open"],
    ["was ist heute fällig", "today"],
    ["was muss ich heute tun", "today"],
    ["welche Aufgaben sind morgen fällig?", "tomorrow"],
    ["was ist überfällig", "overdue"],
    ["zeige erledigte Aufgaben", "done"],
    ["was ist erledigt?", "done"],
    ["was kommt als Nächstes?", "open"],
    ["was steht als nächstes an", "open"],
  ])("%p shows what is %s", (text, which) => {
    expect(understood(text)).toEqual(call("list_tasks", { which }));
  });
});

describe("German sentences that change a task", () => {
  test.each([
    ["fertig mit Milch", "complete", "Milch"],
    ["erledige Mama anrufen", "complete", "Mama anrufen"],
    ["Milch ist erledigt", "complete", "Milch"],
    ["Milch kaufen erledigt", "complete", "Milch kaufen"],
    ["markiere Milch kaufen als erledigt", "complete", "Milch kaufen"],
    ["hake Milch ab", "complete", "Milch"],
    ["ich habe den Abwasch gemacht", "complete", "den Abwasch"],
    ["lösche Milch kaufen", "delete", "Milch kaufen"],
    ["lösche die Aufgabe Mama anrufen", "delete", "Mama anrufen"],
    ["streiche Milch von meiner Liste", "delete", "Milch"],
    ["Milch löschen", "delete", "Milch"],
    ["öffne Milch kaufen wieder", "reopen", "Milch kaufen"],
    ["markiere Milch als nicht erledigt", "reopen", "Milch"],
    ["Milch ist noch nicht erledigt", "reopen", "Milch"],
    ["überspringe Dehnen diesmal", "skip", "Dehnen"],
    ["lass Dehnen diesmal ausfallen", "skip", "Dehnen"],
    ["bestätige Dehnen", "dismiss", "Dehnen"],
    ["schalte Dehnen wieder laut", "unmute", "Dehnen"],
    ["hebe die Stummschaltung von Dehnen auf", "unmute", "Dehnen"],
    ["stelle Milch kaufen wieder her", "restore", "Milch kaufen"],
    ["hole „Milch kaufen“ aus dem Papierkorb", "restore", "Milch kaufen"],
  ])("%p: %s %p", (text, verb, words) => {
    expect(understood(text)).toEqual(change(`${verb}_task`, { words }));
  });

  test.each([
    ["beende die Serie Dehnen", change("end_series", { words: "Dehnen" })],
    ["wiederhole Dehnen nicht mehr", change("end_series", { words: "Dehnen" })],
    ["erinnere mich nicht mehr an Dehnen", change("end_series", { words: "Dehnen" })],
    [
      "lass es für 10 Minuten schlummern",
      {
        ...change("snooze_task", { words: "es", pointing: true }),
        until: "für 10 Minuten",
      },
    ],
    [
      "schalte Dehnen bis Montag stumm",
      { ...change("mute_task", { words: "Dehnen" }), until: "bis Montag" },
    ],
    ["mach das rückgängig", call("undo", {})],
    ["rückgängig", call("undo", {})],
    ["erledige 2", change("complete_task", { words: "2", number: 2 })],
    ["lösche Nummer 12", change("delete_task", { words: "Nummer 12", number: 12 })],
    ["lösche die zweite", change("delete_task", { words: "die zweite", number: 2 })],
    ["die erste", { kind: "pick", number: 1 }],
    ["lösche es", change("delete_task", { words: "es", pointing: true })],
  ])("%p is understood", (text, intent) => expect(understood(text)).toEqual(intent));

  test.each(["lösche alles", "erledige alle", "lösche alle meine Aufgaben"])(
    "%p is not done at one blow",
    (text) => expect(understood(text)).toEqual({ kind: "one-at-a-time" }),
  );
});

test.each(["Hilfe", "hallo", "Guten Morgen", "was kannst du?"])("%p gets help", (text) =>
  expect(understood(text)).toEqual({ kind: "help" }),
);

test.each(["vielen Dank", "Danke schön!"])("%p is thanked for", (text) =>
  expect(understood(text)).toEqual({ kind: "thanks" }),
);

test.each(["Milch kaufen", "ich habe es nicht gemacht", "back einen Kuchen"])(
  "%p is not guessed at",
  (text) => expect(understood(text)).toEqual({ kind: "unclear" }),
);

describe("of a language that is not known nothing is guessed", () => {
  test.each([
    ["rappelle-moi d'appeler maman demain à 9h", "fr"],
    ["recuérdame llamar a mamá mañana", "es"],
    ["ricordami di chiamare la mamma domani", "it"],
    ["lembra-me amanhã de ligar", "pt"],
    ["herinner me morgen om 9:00 aan de melk", "nl"],
    ["przypomnij mi jutro o mleku", "pl"],
    ["明日牛乳を買う", "ja"],
    ["明天提醒我买牛奶", "zh"],
    ["напомни мне завтра", "ru"],
    ["تذكير غدا", undefined],
  ])("%p", (text, tongue) => {
    expect(understood(text)).toEqual({ kind: "foreign", tongue });
  });
});
