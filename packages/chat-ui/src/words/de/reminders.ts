import type { reminders as english } from "../en/reminders.ts";
import { count } from "./count.ts";

export const reminders: typeof english = {
  series: {
    heading: "Kommt wieder",
    fromCompletion: "Gezählt ab dem letzten Erledigen.",
    next: "Die nächsten Termine",
    skip: "Diesen Termin auslassen",
    end: "Serie beenden",
    past: (done, skipped) => `${done} erledigt, ${skipped} ausgelassen.`,
    lately: (day, state) => `${day} ${state}`,
    states: { done: "erledigt", skipped: "ausgelassen", moved: "verschoben" },
  },
  reminders: {
    heading: "Erinnerungen",
    why: "Warum?",
    loading: "Wird nachgesehen",
    failed: (why) => `Die Erinnerungen sind gerade nicht zu lesen: ${why}`,
    states: {
      planned: "wird gemeldet",
      due: "meldet sich jetzt",
      announced: "wurde gemeldet",
      missed: "war schon vorbei, als sie gesetzt wurde",
      cancelled: "wurde nicht mehr gebraucht",
      unplanned: "lässt sich nicht planen",
    },
    snooze: (title) => `${title} später melden`,
    tenMinutes: "In 10 Minuten",
    anHour: "In einer Stunde",
    tomorrow: "Morgen früh",
  },
  inbox: {
    heading: "Eingang",
    empty: "Noch wurde nichts gemeldet. Ist eine Aufgabe fällig, steht es hier.",
    markRead: (title) => `${title} als gelesen markieren`,
    readAll: "Alles als gelesen markieren",
    dismiss: (title) => `${title} nicht mehr melden`,
    earlier: (n) => count(n, "frühere", "frühere"),
    late: "verspätet",
    unread: "neu",
    loading: "Dein Eingang wird geladen",
    failed: (why) => `Dein Eingang ist gerade nicht zu lesen: ${why}`,
  },
};
