import type { Language } from "../../grammar/language.ts";
import { MONTHS, WEEKDAYS } from "./calendar.ts";
import { list } from "./list.ts";

const isLong = (name: string): boolean => name.length >= 6;

/** What people misspell, and which words are nobody's slip. */
export const spelling: Language["spelling"] = {
  known: {
    ubermorgen: "übermorgen",
    uebermrogen: "übermorgen",
    mrogen: "morgen",
    morgn: "morgen",
    nachsten: "nächsten",
    nachste: "nächste",
    nächten: "nächsten",
    nächsen: "nächsten",
    taglich: "täglich",
    wochentlich: "wöchentlich",
    jahrlich: "jährlich",
    zwolf: "zwölf",
    funf: "fünf",
    mitwoch: "mittwoch",
    mittwoh: "mittwoch",
    donerstag: "donnerstag",
    donnertsag: "donnerstag",
    dienstga: "dienstag",
    freitga: "freitag",
    smastag: "samstag",
    samstga: "samstag",
    febuar: "februar",
    agust: "august",
    dezmeber: "dezember",
    weinachten: "weihnachten",
    minutn: "minuten",
    stundn: "stunden",
    nachmitag: "nachmittag",
    vormitag: "vormittag",
  },
  likely: [
    ...[...WEEKDAYS, ...MONTHS].map((name) => name.toLowerCase()).filter(isLong),
    ...list("übermorgen vormittag nachmittag mitternacht wochenende minuten stunden"),
  ],
  never: list("minuten sonntage montage freitage augusta auguste feiertag festtag werktag"),
  before: list(
    "am um bis ab vor nach seit zum zur von vom nächsten diesen kommenden jeden jede jedes alle im in",
  ),
};
