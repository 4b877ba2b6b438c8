import type { imports as english } from "../en/imports.ts";
import { count } from "./count.ts";

const tasks = (n: number): string => count(n, "Aufgabe", "Aufgaben");

export const imports: typeof english = {
  imports: {
    offer: "Aufgaben mitbringen",
    hint: "Aus einem Projekt von Todoist (CSV) oder einem Kalender mit Aufgaben (iCalendar).",
    button: "Importieren",
    heading: "Aufgaben mitbringen",
    choose: "Wähle eine Datei, oder lege sie hier ab",
    kinds: "Todoist (.csv) oder iCalendar (.ics), höchstens 200.000 Zeichen und 500 Einträge",
    reading: "Die Datei wird gelesen",
    unreadable: {
      empty: "In dieser Datei steht nichts.",
      tooLong:
        "Diese Datei hat mehr als 200.000 Zeichen. Teile sie auf und bring die Teile nacheinander mit.",
      noText: "Diese Datei ist kein Text in UTF-8.",
      unknown:
        "Diese Datei ist weder ein Projekt von Todoist (dessen erste Zeile die Spalten TYPE und CONTENT nennt) noch ein Kalender (der mit BEGIN:VCALENDAR beginnt).",
    },
    line: (n) => `Zeile ${n}`,
    untitled: "Ohne Titel",
    leftOut: (n) => `${count(n, "Eintrag bleibt", "Einträge bleiben")} weg`,
    taken: tasks,
    before: "Noch ist nichts hinzugefügt. Das würde daraus:",
    nothing: "In dieser Datei ist nichts, was eine Aufgabe werden könnte.",
    add: (n) => `${tasks(n)} hinzufügen`,
    adding: "Wird hinzugefügt",
    another: "Andere Datei",
    after: (n) => (n === 1 ? "1 Aufgabe wurde hinzugefügt." : `${tasks(n)} wurden hinzugefügt.`),
  },
};
