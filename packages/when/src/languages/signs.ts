import { plainWord } from "../text/tokens.ts";
import type { Locale } from "./languages.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(plainWord));

/** Words by which a text shows its language: words that no other of ours has. */
export const SIGNS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: setOf(
    "the to and at on of my your our is are it for with by from until till before after every each next this that these tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thurs fri sat january february march may june july october december morning afternoon evening night noon midnight week weeks weekday weekdays weekend month months year years day days daily weekly monthly yearly hour hours minute minutes first second third last remind me call buy add what which show done delete undo help please and starting due it i not when except between",
  ),
  de: setOf(
    "der das dem den des und oder um uhr heute heut morgen übermorgen montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags januar jänner februar märz mai juni juli oktober dezember jeden jede jedes jeder alle nächsten nächste nächster nächstes nächstem kommenden kommende kommendes diesen diese dieser dieses übernächsten übernächste mich mir bitte nicht für mit zum zur zu bis von vom nach vor ist ein eine einen einem einer im halb viertel dreiviertel abend mittag mittags nachmittag vormittag nacht abends morgens nachts vormittags nachmittags mitternacht früh tag tage tagen woche wochen wochenende monat monate monats jahr jahre jahres stunde stunden minuten werktags wochentags täglich stündlich wöchentlich monatlich jährlich anfang mitte ende erinnere erinner erinnerung vergiss füge lösche erledigt verschiebe rückgängig hilfe liste aufgabe anrufen kaufen weihnachten heiligabend silvester ostern pfingsten neujahr karfreitag vorher davor fälligkeit ab gegen zwischen außer danach ersten letzten zweiten lösche löschen streiche erledige erledigen fertig zeig zeige welche was steht fällig überfällig offen öffne überspringe hinzu hinzufügen setz setze schreib neue aufgaben erinnerungen mach meine auf",
  ),
};

/** Languages that we know by their common words, and do not understand. */
export type Tongue = "fr" | "es" | "it" | "pt" | "nl" | "pl" | "ja" | "zh" | "ru";

/** Words by which a text shows that it is in one of them. */
export const FOREIGN: readonly (readonly [Tongue, ReadonlySet<string>])[] = [
  [
    "fr",
    setOf(
      "rappelle rappelez moi demain aujourd'hui à le les une chaque matin soir lundi mardi mercredi jeudi vendredi samedi dimanche prochain prochaine heures semaine mois dans avec pour",
    ),
  ],
  [
    "es",
    setOf(
      "recuérdame recuerda mañana hoy el los las cada lunes martes miércoles jueves viernes sábado domingo próximo tarde noche semana llamar",
    ),
  ],
  [
    "it",
    setOf(
      "ricordami domani oggi il di che alle ogni lunedì martedì mercoledì giovedì venerdì sabato domenica prossimo prossima mattina sera settimana chiamare per con",
    ),
  ],
  [
    "pt",
    setOf(
      "lembra lembre lembrar amanhã hoje às terça quarta quinta sexta sábado domingo semana noite ligar",
    ),
  ],
  [
    "nl",
    setOf(
      "herinner herinnering om aan elke maandag dinsdag woensdag donderdag vrijdag zaterdag zondag volgende ochtend avond bellen",
    ),
  ],
  ["pl", setOf("przypomnij jutro dzisiaj poniedziałek wtorek środa czwartek piątek")],
];

/** Scripts by which a text shows its language, the first that fits. */
export const SCRIPTS: readonly (readonly [Tongue, RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["zh", /\p{Script=Han}/u],
  ["ru", /\p{Script=Cyrillic}/u],
];
