import type { Language } from "../../grammar/language.ts";
import { list } from "./list.ts";

const remind = [
  "erinnere mich",
  "erinner mich",
  "erinnere uns",
  "erinner uns",
  "erinnere mich bitte",
  "erinner mich bitte",
  "erinnere mich nochmal",
];

const behindRemind = [
  "daran",
  "daran , dass ich",
  "dran",
  "dass ich",
  ", dass ich",
  "an",
  "ans",
  "an den",
  "an die",
  "an das",
];

const IRREGULAR: Readonly<Record<string, string>> = {
  bin: "sein",
  tue: "tun",
  weiß: "wissen",
  // It is said to whom one asks.
  bitte: "bitte",
};

/** "Anrufe" is "anrufen", "sammle" "sammeln", "ändere" "ändern". */
const infinitiveOf = (verb: string): string =>
  IRREGULAR[verb] ??
  verb
    .replace(/(?<=[bcdfgkmpstz])le$/, "eln")
    .replace(/(?<=[^i]|ei)ere$/, "ern")
    .replace(/e$/, "en");

/** What stands before and behind the thing to be done. */
export const title: Language["title"] = {
  leadIns: [
    ...remind,
    ...remind.flatMap((words) => behindRemind.map((link) => `${words} ${link}`)),
    "kannst du mich",
    "mich daran erinnern",
    "uns daran erinnern",
    "mich bitte daran erinnern",
    "bitte",
    "hallo",
    "hey",
    "hi",
    "ok",
    "okay",
    "also",
    "vergiss nicht",
    "vergiss bitte nicht",
    "nicht vergessen",
    "nicht vergessen :",
    "denk daran",
    "denk dran",
    "denke daran",
    "denk bitte daran",
    "merk dir",
    "merke dir",
    "ich muss",
    "ich soll",
    "ich sollte",
    "ich will",
    "ich möchte",
    "wir müssen",
    "wir sollten",
    "aufgabe :",
    "neue aufgabe :",
    "neue aufgabe",
    "erinnerung :",
    "notiz :",
    "todo :",
    "erinnerung an",
    "erinnerung",
    "setze eine erinnerung für",
    "stell eine erinnerung für",
    "notiere",
    "notier",
    "füge hinzu",
    "füge hinzu :",
    "hinzufügen :",
    "neu :",
  ],
  behindTime: [
    "ist",
    "sind",
    "gibt es",
    "steht",
    "habe ich",
    "hab ich",
    "haben wir",
    "muss ich",
    "soll ich",
    "sollte ich",
    "will ich",
    "möchte ich",
    "müssen wir",
  ],
  infinitive: {
    particle: "zu",
    prefixes: list(
      "ab an auf aus bei da daran dazu durch ein empor entgegen entlang fest fern fort frei gegenüber gerade her heraus herein herunter hin hinaus hinein hinunter hinzu los mit nach nieder raus rein runter statt teil um vor voran voraus vorbei weg weiter wieder zu zurecht zurück zusammen",
    ),
    ends: list("en eln ern un"),
    behind: [...list("daran dran nicht"), "nicht vergessen", "nicht vergessen :", "daran erinnern"],
    finite: {
      behind: ["dass ich"],
      modal: list("muss soll sollte will möchte kann darf werde"),
      infinitiveOf,
    },
  },
  polite: [
    "kannst du",
    "könntest du",
    "würdest du",
    "kannst du bitte",
    "könntest du bitte",
    "würdest du bitte",
  ],
  trailers: [
    "bitte",
    ", danke",
    ", ok",
    ", danke schön",
    "nicht vergessen",
    ", erinnere mich",
    "spätestens",
    "oder so",
    "hinzufügen",
  ],
  dangling: list("am um bis ab ist sind fällig spätestens gegen beginnend von vom für"),
  listed: [],
  lists: [],
  remind,
};
