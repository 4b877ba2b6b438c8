import type { ExplanationWords, SaidFact } from "../../replies/explanation-words.ts";
import { time } from "./replies.ts";

// What was kept before the moment was kept with it says as much as it knows.
const set = (link: string, to: string): string => (to === "" ? "" : ` ${link} ${to}`);

const announced = ({ at }: SaidFact): string => `Am ${at} Uhr: Die Erinnerung wurde gemeldet.`;

/** What became of a reminder, in German. */
export const explanation: ExplanationWords = {
  day: time.day,
  by: {
    person: " von dir",
    assistant: " von dir im Gespräch",
    api: " von dir",
    system: " vom System",
  },
  facts: {
    wanted: ({ at, to, by }) => `Am ${at} Uhr: Die Erinnerung wurde${by} geplant${set("für", to)}.`,
    "wanted-again": ({ at, to, by }) =>
      `Am ${at} Uhr: Die Erinnerung wurde${by} wieder geplant${set("für", to)}.`,
    moved: ({ at, from, to, by }) =>
      `Am ${at} Uhr: Die Erinnerung wurde${by} verschoben, von ${from}${set("auf", to)}.`,
    "series-goes-on": ({ to }) =>
      to === ""
        ? "Es ging weiter zum nächsten Termin."
        : `Es ging weiter zum nächsten Termin, ${to}.`,
    snoozed: ({ at, to, by }) =>
      `Am ${at} Uhr: Die Erinnerung schlummert${set("bis", to)}${by === "" ? "" : ", so gewünscht"}${by}.`,
    silenced: ({ at, by }) =>
      `Am ${at} Uhr: Die Erinnerung wurde${by} stumm geschaltet und klingelt nicht.`,
    "set-in-time": ({ at, to }) =>
      `Am ${at} Uhr: Wir erfuhren, dass die Erinnerung rechtzeitig gestellt war, und planten sie${set("für", to)}.`,
    "set-too-late": ({ at, to, by }) =>
      `Am ${at} Uhr: Die Erinnerung wurde${by} gestellt${set("für", to)}, zu spät, also klingelt sie nicht.`,
    "task-completed": ({ at, by }) =>
      `Am ${at} Uhr: Die Aufgabe wurde${by} erledigt, also klingelt nichts.`,
    "task-deleted": ({ at, by }) =>
      `Am ${at} Uhr: Die Aufgabe wurde${by} gelöscht, also klingelt nichts.`,
    "task-gone": ({ at }) => `Am ${at} Uhr: Die Aufgabe war weg, also klingelt nichts.`,
    "not-wanted": ({ at, by }) => `Am ${at} Uhr: Diese Erinnerung wurde${by} entfernt.`,
    "no-due": ({ at, by }) =>
      `Am ${at} Uhr: Die Fälligkeit wurde${by} entfernt, also klingelt nichts.`,
    "no-date-left": ({ at }) =>
      `Am ${at} Uhr: Es war kein Termin mehr übrig, an dem es klingeln könnte.`,
    "caught-up": ({ at, from }) =>
      `Am ${at} Uhr: Sie war seit ${from} fällig, und niemand war da; der letzte Termin klingelt für alle.`,
    "rang-with": ({ at }) =>
      `Am ${at} Uhr: Sie klingelte zusammen mit einer anderen Erinnerung desselben Augenblicks.`,
    "rang-for": ({ at }) =>
      `Am ${at} Uhr: Sie klingelte auch für eine andere Erinnerung desselben Augenblicks.`,
    nag: ({ at, time: nth, of }) => `Am ${at} Uhr: Sie klingelte noch einmal (${nth} von ${of}).`,
    unchanged: announced,
    "changed-and-wanted": announced,
    unchecked: ({ at }) =>
      `Am ${at} Uhr: Die Erinnerung wurde gemeldet, obwohl niemand sagen konnte, ob die Aufgabe seither geändert war.`,
    "date-done": ({ at, date }) => `Am ${at} Uhr: Der Termin ${date} wurde erledigt.`,
    "date-skipped": ({ at, date }) => `Am ${at} Uhr: Der Termin ${date} wurde ausgelassen.`,
    "date-moved": ({ at, date, to }) =>
      `Am ${at} Uhr: Der Termin ${date} wurde verschoben${set("auf", to)}.`,
    shown: ({ at }) => `Am ${at} Uhr: Sie wurde in deinem Posteingang gezeigt.`,
    read: ({ at }) => `Am ${at} Uhr: Du hast sie gelesen.`,
    "inbox-away": () =>
      "Dein Posteingang ist gerade nicht zu erreichen; was gezeigt und gelesen wurde, fehlt hier.",
    unplanned: ({ at }) => `Am ${at} Uhr: Die Erinnerung konnte nicht geplant werden.`,
  },
  other: ({ at }) => `Am ${at} Uhr: Ihr Stand hat sich geändert.`,
};
