import { type FieldError, isolated } from "@todo-mesh/contracts";
import type { ImportWords } from "../../replies/import-words.ts";
import { faultInGerman } from "./faults.ts";
import { inGerman } from "./refusals.ts";

const FIELDS: Readonly<Record<string, string>> = {
  title: "Titel",
  notes: "Notizen",
  tags: "Stichwörter",
  priority: "Dringlichkeit",
  due: "Fälligkeit",
  repeat: "Wiederholung",
  reminders: "Erinnerungen",
};

const said = (message: string): string => inGerman(message) ?? faultInGerman(message) ?? message;

function named({ field, message }: FieldError): string {
  const name = FIELDS[field.split(".")[0] ?? ""] ?? field;
  return `${name}: ${said(message)}`;
}

const refused: ImportWords["refused"] = ({ message, fields }) =>
  fields.map(named).join("; ") || said(message);

/** What became of the entries of a file, in German. */
export const imports: ImportWords = {
  noTable:
    "Die erste Zeile muss die Spalten nennen, darunter TYPE und CONTENT, wie Todoist ein Projekt ausgibt",
  noCalendar: "Das ist keine Datei in iCalendar: Sie beginnt mit BEGIN:VCALENDAR",
  tooMany: (most) => `Die Datei hat mehr als ${most} Einträge; teile sie auf`,
  leftOut: {
    tooLong: (most) => `Der Eintrag hat mehr als ${most} Zeichen`,
    noRow: "Das ist keine Zeile einer Tabelle",
    onNoTask: "Das ist ein Kommentar ohne Aufgabe",
    unreadable: "Das ist nicht so geschrieben, wie RFC 5545 es verlangt",
    noTask: "Das ist keine Aufgabe",
    cancelled: "Die Aufgabe wurde abgesagt",
    done: "Die Aufgabe ist schon erledigt",
    oneDate: "Das ist ein einzelner Termin einer Serie, der von Hand geändert wurde",
  },
  refused,
  remarks: {
    longTitle: "Der Titel ist zu lang; ganz steht er in den Notizen",
    cutNotes: (most) => `Die Notizen sind nach ${most} Zeichen abgeschnitten`,
    tags: (most, without) =>
      `Von den Stichwörtern sind die ersten ${most} behalten, ohne ${without.join(", ")}`,
    severalTimes: (phrase, choices) =>
      `${isolated(phrase)} kann mehreres heißen (${choices.join(" oder ")}); bis du sagst, was gemeint ist, hat die Aufgabe kein Datum`,
    noTime: (phrase) => `${isolated(phrase)} ist nicht zu verstehen; die Aufgabe hat kein Datum`,
    noZone: (zone) => `Eine Zeitzone ${zone} gibt es nicht; die Aufgabe hat kein Datum`,
    noDate: (phrase) => `${phrase} ist kein Datum; die Aufgabe hat keines`,
    noStart: "Die Aufgabe wiederholt sich, hat aber keinen ersten Termin; sie kommt einmal",
    alarm: (phrase) => `Der Alarm ${phrase} ist nicht übernommen`,
    once: (why) =>
      `Die Wiederholung ist nicht übernommen, die Aufgabe kommt einmal: ${why.fields.map(({ message }) => said(message)).join("; ") || said(why.message)}`,
    noTitle: "Die Aufgabe hat keinen Titel",
    priority: (phrase) => `Die Dringlichkeit „${phrase}“ ist nicht bekannt; die Aufgabe hat keine`,
    unclearRule: (phrase) => `„${phrase}“ ist nicht eindeutig; die Aufgabe kommt einmal`,
  },
  notes: {
    partOf: "Gehört zu",
    deadline: "Frist",
    takes: "Dauert",
    for: "Für",
    date: "Datum",
    due: "Fällig",
    repeats: "Wiederholt sich",
  },
  untitled: "Ohne Titel",
};
