import { sayAdded, wouldAdd } from "../../replies/say-added.ts";
import { sayDates } from "../../replies/say-dates.ts";
import { sayFound } from "../../replies/say-found.ts";
import { sayListed } from "../../replies/say-list.ts";
import { sayUndone } from "../../replies/say-undone.ts";
import type { ActionTable } from "../action-words.ts";
import { quoted, replies, time } from "./replies.ts";

/** How German asks for each action, and what it says when it was done. */
export const actions: ActionTable = {
  add_task: {
    name: "Aufgabe hinzufügen",
    again: "steht auf deiner Liste",
    examples: [
      "füge Milch kaufen hinzu",
      "erinnere mich morgen um 9 daran, Mama anzurufen",
      "erinnere mich in 20 Minuten ans Dehnen",
      "erinnere mich jeden Werktag um 8 Uhr ans Dehnen",
    ],
    say: (outcome) => sayAdded(replies, outcome),
    would: (outcome) => wouldAdd(replies, outcome),
  },
  list_tasks: {
    name: "Liste zeigen",
    examples: ["was ist heute fällig", "Liste"],
    say: (outcome) => sayListed(replies, outcome),
  },
  list_occurrences: {
    name: "Verlauf einer Serie zeigen",
    examples: ["wann habe ich Dehnen erledigt"],
    sentences: [
      /^(?:wann|wie oft) habe? ich (?:zuletzt )?(.+?)(?: zuletzt| das letzte mal)?(?: (?:erledigt|gemacht|abgeschlossen|ausgelassen|übersprungen|verschoben))?$/i,
      /^(?:wann|wie oft) (?:wurden?|war(?:en)?) (.+?)(?: zuletzt)? (?:erledigt|gemacht|ausgelassen|übersprungen|verschoben)$/i,
      /^(?:(?:zeige? )?(?:mir )?(?:den )?verlauf von|was wurde aus) (.+?)$/i,
    ],
    say: (told) => sayDates(replies, told),
  },
  read_task: {
    name: "Aufgabe zeigen",
    examples: ["wann ist der Zahnarzt"],
    sentences: [
      /^wann (?:ist|sind|war) (.+?)(?: fällig| dran)?$/i,
      /^wann (?:muss|soll|sollte|wollte) ich (.+)$/i,
      /^um wie viel uhr (?:ist|sind) (.+)$/i,
    ],
    say: ({ task }) => sayFound(replies, task),
  },
  complete_task: {
    name: "Aufgabe erledigen",
    again: "ist wieder erledigt",
    examples: ["Milch ist erledigt"],
    sentences: [
      /^(?:ich bin )?fertig mit (.+)$/i,
      /^ich habe? (?:schon |gerade |eben )?(?!.*\bnichts?\b)(.+) (?:erledigt|gemacht|abgeschlossen|geschafft|abgehakt)$/i,
      /^(?:erledige?t?|fertig|abgehakt|beende):? (.+)$/i,
      /^(?:hake?|schließe?) (.+) ab$/i,
      /^(?:markiere?|setze?) (.+?) (?:als|auf) (?:erledigt|fertig|abgeschlossen|gemacht)$/i,
      /^(.+?) (?:ist|sind) (?:jetzt |schon )?(?:erledigt|fertig|abgeschlossen|gemacht)$/i,
      /^(?!(?:ich|wir|du|er|wer|was|wann|wo|warum|wie|wenn|habe?|haben|hast|hat|ist|sind|war|kann|kannst|will|muss|soll|nichts|niemand) )(?!.*(?<!\p{L})(?:ist|sind|war|waren|wird|nicht|nie|fast|beinahe)(?!\p{L}))(.+?) (?:erledigt|abgehakt|abhaken|erledigen|als erledigt markieren)$/iu,
    ],
    say: ({ task: { title, status, due } }) =>
      `${quoted(title)} ist erledigt.${
        status === "open" && due ? ` Der nächste Termin ist am ${time.due(due)}.` : ""
      }`,
    would: ({ task: { title } }) => `${quoted(title)} als erledigt markieren`,
  },
  delete_task: {
    name: "Aufgabe in den Papierkorb legen",
    again: "liegt im Papierkorb",
    examples: ["lösche Milch kaufen"],
    sentences: [
      /^(?:lösche?|entferne?|streiche?|storniere?) (.+?)(?: (?:aus|von) (?:der|meiner) (?:to-?do-?|aufgaben)?liste)?$/i,
      /^wirf (.+?) weg$/i,
      /^(.+?)(?: (?:aus|von) (?:der|meiner) (?:to-?do-?|aufgaben)?liste)? (?:löschen|entfernen|streichen)$/i,
    ],
    say: ({ task: { title } }) => `${quoted(title)} liegt jetzt im Papierkorb.`,
    would: ({ task: { title } }) => `${quoted(title)} in den Papierkorb legen`,
  },
  reopen_task: {
    name: "Aufgabe wieder öffnen",
    again: "ist wieder offen",
    examples: ["öffne Milch kaufen wieder"],
    sentences: [
      /^öffne (.+?)(?: (?:wieder|erneut|noch ?mal))?$/i,
      /^(?:markiere?|setze?) (.+?) (?:als|auf) (?:nicht (?:erledigt|fertig)|unerledigt|offen)$/i,
      /^(.+?) (?:ist|sind|war|waren) (?:doch |noch )*(?:nicht (?:erledigt|fertig)|wieder offen|offen)$/i,
      /^(.+?) (?:wieder|erneut) öffnen$/i,
    ],
    say: ({ task: { title } }) => `${quoted(title)} ist wieder offen.`,
    would: ({ task: { title } }) => `${quoted(title)} wieder öffnen`,
  },
  skip_task: {
    name: "Diesen Termin der Serie auslassen",
    examples: ["überspringe Dehnen diesmal"],
    sentences: [
      /^überspringe? (.+?)(?: (?:dieses mal|diesmal|diese woche|diesen monat))?$/i,
      /^lass (.+?)(?: (?:dieses mal|diesmal|diese woche|diesen monat))? (?:aus|ausfallen)$/i,
      /^(.+?)(?: (?:dieses mal|diesmal))? (?:überspringen|auslassen)$/i,
    ],
    say: ({ task: { title, due } }) =>
      `${quoted(title)} fällt diesmal aus.${due ? ` Der nächste Termin ist am ${time.due(due)}.` : ""}`,
    would: ({ task: { title } }) => `${quoted(title)} diesmal ausfallen lassen`,
  },
  end_series: {
    name: "Serie beenden",
    sentences: [
      /^(?:beende|stoppe?)(?: die)? (?:serie|wiederholung)(?: von| der)? (.+)$/i,
      /^wiederhole (.+?) nicht(?: mehr| wieder)?$/i,
      /^erinner[en]? mich nicht mehr (?:an|ans|daran,?) (.+)$/i,
    ],
    say: ({ task: { title, due } }) =>
      `${quoted(title)} kommt nicht wieder.${due ? ` Fällig bleibt es am ${time.due(due)}.` : ""}`,
    would: ({ task: { title } }) => `${quoted(title)} nicht wiederkommen lassen`,
  },
  reschedule_task: {
    name: "Aufgabe verschieben",
    examples: ["verschiebe den Zahnarzt auf Samstag"],
    sentences: [
      /^(?:verschiebe?|verlege?|schiebe?) (?<task>.+?) (?<until>(?:auf|um|in) .+)$/i,
      /^(?:verschiebe?|verlege?) (?<until>(?:auf) .+)$/i,
      /^(?<task>.+?) (?<until>auf .+?) (?:verschieben|verlegen)$/i,
      /^(?:nein,? |sorry,? )*ich (?:meinte|meine)(?: doch)? (?<until>.+)$/i,
      /^(?:doch|lieber) (?<until>(?:am|um|erst|morgen|übermorgen|heute) ?.*)$/i,
    ],
    say: ({ task: { title, due } }) =>
      `${quoted(title)} ist verschoben${due ? ` auf ${time.due(due)}` : ""}.`,
    would: ({ task: { title, due } }) =>
      `${quoted(title)}${due ? ` auf ${time.due(due)}` : ""} verschieben`,
  },
  snooze_task: {
    name: "Später noch einmal erinnern",
    undone: "schlummert nicht mehr",
    examples: ["lass es für 10 Minuten schlummern"],
    sentences: [
      /^lass (?:(?<task>.+?) )??(?<until>(?:für|bis) .+?|heute .+?|morgen(?: .+?)?) schlummern$/i,
      /^(?:snooze|schlummere?) (?:(?<task>.+?) )??(?<until>(?:für|bis|in) .+|heute .+|morgen(?: .+)?)$/i,
    ],
    say: ({ task: { title, silent_until } }) =>
      silent_until
        ? `Ich erinnere dich am ${time.due(silent_until)} noch einmal an ${quoted(title)}.`
        : `Ich erinnere dich noch einmal an ${quoted(title)}.`,
    would: ({ task: { title, silent_until } }) =>
      `${silent_until ? `am ${time.due(silent_until)} ` : ""}noch einmal an ${quoted(title)} erinnern`,
  },
  dismiss_task: {
    name: "Erinnerung bestätigen",
    undone: "ist, als wäre es nicht bestätigt worden",
    examples: ["bestätige Dehnen"],
    sentences: [/^(?:bestätige?|quittiere?)(?: (?<task>.+))?$/i],
    say: ({ task: { title } }) =>
      `Ich wiederhole die Erinnerung an ${quoted(title)} nicht. Die Aufgabe bleibt auf deiner Liste.`,
    would: ({ task: { title } }) => `die Erinnerung an ${quoted(title)} nicht wiederholen`,
  },
  mute_task: {
    name: "Aufgabe bis zu einer Zeit stumm schalten",
    undone: "ist nicht mehr stumm",
    examples: ["schalte Dehnen bis Montag stumm"],
    sentences: [
      /^(?:schalte?|stelle?) (?<task>.+?) (?<until>(?:für|bis) .+?) stumm$/i,
      /^(?:schalte?|stelle?) (?<task>.+?) stumm (?<until>(?:für|bis) .+)$/i,
      /^pausiere? (?<task>.+?) (?<until>(?:für|bis) .+)$/i,
    ],
    say: ({ task: { title, silent_until } }) =>
      `${quoted(title)} ist stumm${silent_until ? ` bis ${time.due(silent_until)}` : ""}.`,
    would: ({ task: { title, silent_until } }) =>
      `${quoted(title)}${silent_until ? ` bis ${time.due(silent_until)}` : ""} stummschalten`,
  },
  unmute_task: {
    name: "Aufgabe wieder laut schalten",
    undone: "ist wieder stumm",
    examples: ["schalte Dehnen wieder laut"],
    sentences: [
      /^(?:schalte?|stelle?) (?<task>.+?) (?:nicht mehr stumm|wieder laut|laut)$/i,
      /^hebe? die stummschaltung von (?<task>.+?) auf$/i,
    ],
    say: ({ task: { title } }) => `${quoted(title)} ist nicht mehr stumm.`,
    would: ({ task: { title } }) => `die Stummschaltung von ${quoted(title)} aufheben`,
  },
  restore_task: {
    name: "Aufgabe aus dem Papierkorb holen",
    again: "steht wieder auf deiner Liste",
    sentences: [
      /^hole? (.+?) (?:aus dem papierkorb(?: zurück)?|zurück)$/i,
      /^stelle? (.+?) wieder her$/i,
      /^(.+?) wiederherstellen$/i,
    ],
    say: ({ task: { title } }) => `${quoted(title)} steht wieder auf deiner Liste.`,
    would: ({ task: { title } }) => `${quoted(title)} zurück auf deine Liste setzen`,
  },
  undo: {
    name: "Änderungen rückgängig machen",
    examples: ["mach das rückgängig"],
    sentences: [
      /^(?:rückgängig(?: machen)?|widerrufen?|mache? (?:das|es|die letzte änderung)(?: wieder)? rückgängig|nimm (?:das|es) zurück|(?:das|es) rückgängig machen)$/i,
    ],
    say: (outcome, lexicon) => sayUndone(replies, outcome, lexicon),
  },
  change_task: { again: "ist wieder wie zuvor" },
};
