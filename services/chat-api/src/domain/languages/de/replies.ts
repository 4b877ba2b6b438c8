import { isolated } from "@todo-mesh/contracts";
import { formatMeaning } from "@todo-mesh/when";
import type { Replies } from "../../replies/replies.ts";
import { languagesIn } from "../../replies/say-foreign.ts";
import { timeWords } from "../../replies/time-words.ts";
import { refused } from "./refusals.ts";

export const time = timeWords(
  (day) => formatMeaning({ kind: "date", date: day.slice(0, 10) }, "de"),
  (day, clock) => `${day} um ${clock} Uhr`,
  (clock) => `, bis ${clock} Uhr`,
);

/** „Milch kaufen“ */
export const quoted = (text: string): string => `„${isolated(text)}“`;

const WHAT = {
  open: "offen",
  done: "erledigt",
  overdue: "überfällig",
  today: "heute fällig",
  tomorrow: "morgen fällig",
};
const WHICH_LIST =
  "Ich weiß nicht, welche Aufgabe gemeint ist. Sag zuerst „Liste“ und dann zum Beispiel „2 ist erledigt“.";

function none(said: string | undefined, near: readonly string[]): string {
  const noSuch =
    said === undefined
      ? "Ich finde keine solche Aufgabe."
      : `Ich finde keine Aufgabe namens ${quoted(said)}.`;
  return near.length === 0
    ? `${noSuch} Sag „Liste“, um alle zu sehen.`
    : `${noSuch} Meinst du ${near.map(quoted).join(" oder ")}?`;
}

const reminding: Replies["added"]["reminding"] = ({ title, when, link }) => {
  const what = link === "to" ? `daran, ${isolated(title)}` : `an ${quoted(title)}`;
  return `Ich erinnere dich ${what}: ${when}`;
};

const often = (count: number): string => (count === 1 ? "einmal" : `${count} Mal`);

/** What is answered in German. */
export const replies: Replies = {
  time,
  quoted,
  whichOne: "Was ist gemeint? Sag die Nummer.",
  added: {
    toList: (title) => `${quoted(title)} steht jetzt auf deiner Liste.`,
    would: (title, { due, series, rings }) =>
      `${quoted(title)} hinzufügen${due ? `, fällig am ${due}` : ""}${series ? `, ${series}` : ""}${rings ? `, und am ${rings} daran erinnern` : ""}`,
    withoutTime: (title) =>
      `${quoted(title)} steht jetzt auf deiner Liste, aber ohne Zeit, also erinnere ich dich nicht daran.`,
    onDue: (due) => `am ${due}.`,
    series: (words, timezone, dates) =>
      `${words} (${timezone}). Die nächsten Termine: ${dates.join("; ")}.`,
    due: ({ title, when }) => `${quoted(title)} steht jetzt auf deiner Liste, fällig ${when}`,
    ringing: ({ title, when }) =>
      `${quoted(title)} steht jetzt auf deiner Liste, und ich erinnere dich ${when}`,
    ringingBefore: ({ title, when, rings, first }) =>
      `${quoted(title)} steht jetzt auf deiner Liste, fällig ${when} Ich erinnere dich ${first ? "zuerst " : ""}am ${rings}.`,
    reminding,
    severalTimes: (when) =>
      `${quoted(when)} kann mehreres heißen, also habe ich noch nichts eingetragen:`,
    why: {
      "no-clock": "Um wie viel Uhr?",
      past: "Diese Zeit ist schon vorbei.",
      impossible: "Dieses Datum oder diese Uhrzeit gibt es nicht.",
      relative: "Das zählt ab einer Fälligkeit, und ich kenne keine.",
    },
    nothingAdded: "Ich habe nichts eingetragen.",
    sayWhen: (title, day = "morgen") =>
      `Sag, wann, zum Beispiel: „Erinnere mich ${day} um 9:00 Uhr an ${isolated(title)}“.`,
    onDay: (reading) => `am ${reading}`,
  },
  list: {
    nothing: {
      open: "Deine Liste ist leer: Keine Aufgabe ist offen.",
      done: "Noch ist keine Aufgabe erledigt.",
      overdue: "Nichts ist überfällig.",
      today: "Heute ist nichts fällig.",
      tomorrow: "Morgen ist nichts fällig.",
    },
    count: (total, which) =>
      `${total === 1 ? "1 Aufgabe ist" : `${total} Aufgaben sind`} ${WHAT[which]}:`,
    more: (count) => `… und ${count} weitere.`,
    severalFit: (said) =>
      said === undefined
        ? "Mehrere Aufgaben passen dazu:"
        : `Zu ${quoted(said)} passen mehrere Aufgaben:`,
    dueAgain: (due) => `wieder fällig am ${due}`,
    done: (times, last) => {
      const done = `${often(times)} erledigt`;
      return last === undefined ? done : `${done}, ${times === 1 ? "" : "zuletzt "}für ${last}`;
    },
  },
  dates: {
    once: (title, doneAt) =>
      doneAt === undefined
        ? `${quoted(title)} ist noch nicht erledigt.`
        : `${quoted(title)} wurde am ${doneAt} erledigt.`,
    none: (title) =>
      `Von ${quoted(title)} wurde noch kein Termin erledigt, ausgelassen oder verschoben.`,
    count: (title, times, last) =>
      `${quoted(title)}: ${times.join(", ")}${last === undefined ? ":" : `. Die letzten ${last}:`}`,
    times: {
      done: (count) => `${often(count)} erledigt`,
      skipped: (count) => `${often(count)} ausgelassen`,
      moved: (count) => `${often(count)} verschoben`,
    },
    became: {
      done: ({ at }) => `erledigt, am ${at}`,
      skipped: () => "ausgelassen",
      moved: ({ to }) => `verschoben auf ${to}`,
    },
    other: "geändert",
  },
  found: {
    done: (title) => `${quoted(title)} ist erledigt.`,
    due: (title, due) => `${quoted(title)} ist am ${due} fällig.`,
    undated: (title) => `${quoted(title)} hat keinen Termin.`,
  },
  notDone: {
    unknown:
      "Ich erreiche gerade nicht, wo deine Liste liegt, und kann nicht sagen, ob das getan ist. Frag bitte gleich noch einmal nach deiner Liste.",
    refused,
    already: (title, status) =>
      `${quoted(title)} ist schon ${status === "done" ? "erledigt" : "offen"}; es war nichts zu ändern.`,
    none,
  },
  undone: {
    nothing: "Es ist schon so wie zuvor; es war nichts zu ändern.",
    asBefore: "ist wieder wie zuvor",
    dueOn: (due) => `, fällig am ${due}`,
    stays: "Also bleibt, was ich vorher getan habe.",
    whole: (lines, more) =>
      `Ich habe das rückgängig gemacht: ${lines}${more > 0 ? `; und ${more} weitere` : ""}.`,
  },
  ofModel: {
    nothingChanged: "An deiner Liste hat sich nichts geändert.",
    byRules: {
      down: "(Das Sprachmodell hat nicht geantwortet, also bin ich nach meinen eigenen einfachen Regeln gegangen.)",
      budget:
        "(Das Sprachmodell ist für dich gerade aufgebraucht, also bin ich nach meinen eigenen einfachen Regeln gegangen.)",
    },
    brokeOff: "(Hier hat das Sprachmodell abgebrochen; was getan wurde, steht oben.)",
    sayPlainly:
      "Das habe ich nicht getan. Wenn du es willst, sag es geradeheraus, eines nach dem anderen:",
  },
  talk: {
    words: {
      "ask-what":
        "Worum geht es? Zum Beispiel: „Erinnere mich um 18:30 daran, Mama anzurufen“. Ich habe nichts eingetragen.",
      "too-long":
        "Ein Titel hat höchstens 200 Zeichen, also habe ich nichts eingetragen. Sag es bitte kürzer.",
      "no-such-name":
        "Ein Titel hat höchstens 200 Zeichen, also heißt keine Aufgabe so. Ich habe nichts geändert. Nenne sie bitte mit weniger Wörtern.",
      "too-much":
        "Ich lese bis zu 500 Zeichen auf einmal, und das sind mehr; ich habe nichts geändert. Sag bitte eines in einem Satz; ein Titel hat höchstens 200 Zeichen.",
      "one-at-a-time":
        "Ich ändere eine Aufgabe nach der anderen. Nenne sie, zum Beispiel: „Lösche Milch kaufen“. Ich habe nichts geändert.",
      pick: WHICH_LIST,
      narrower:
        "Ich kann zeigen, was offen, erledigt oder überfällig ist oder heute oder morgen fällig, und nichts Engeres: Frag nach einem davon, zum Beispiel „was ist heute fällig“.",
      thanks: "Gern.",
      "nothing-asked": "Ich habe dich nichts gefragt, also habe ich nichts geändert.",
      other: WHICH_LIST,
      time: "Eine Zeit wofür? Sag sie zusammen mit der Sache, zum Beispiel: „erinnere mich morgen um 18 Uhr an Mama“. Ich habe nichts geändert.",
      "too-many":
        "Ich tue bis zu 20 Dinge auf einmal, und das sind mehr, also habe ich nichts geändert.",
      change: WHICH_LIST,
    },
    unclear:
      "Das habe ich nicht verstanden, also habe ich nichts geändert. Ich führe deine Liste und erinnere dich rechtzeitig: Sag „Hilfe“, dann zeige ich, wie.",
    help: "Ich führe deine Liste und erinnere dich rechtzeitig.",
    canSay: "Du kannst sagen:",
    degraded:
      "Ich erreiche gerade nicht, wo deine Liste und unser Gespräch liegen, und habe nichts gelesen und nichts geändert. Versuch es bitte gleich noch einmal.",
    stopped: "(Du hast mich hier angehalten.)",
    interrupted: "(Hier wurde ich unterbrochen.)",
    notKept: "(Diese Antwort konnte ich in unserem Gespräch nicht aufbewahren.)",
    foreign: `Ich verstehe nur ${languagesIn("de")} und habe deshalb nichts geändert.`,
  },
};
