import { plainWord } from "../text/tokens.ts";
import type { Locale } from "./languages.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(plainWord));

/** Words by which a text shows its language: words that no other of ours has. */
export const SIGNS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: setOf(
    "the to and at on of my your our is are it for with by from until till before after every each next this that these tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue tues wed thu thurs fri sat january february march may june july october december morning afternoon evening night noon midnight week weeks weekday weekdays weekend month months year years day days daily weekly monthly yearly hour hours minute minutes first second third last remind me call buy add what which show done delete undo help please and starting due it i not when except between",
  ),
  de: setOf(
    "der das dem den des und oder um uhr heute heut morgen übermorgen montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags januar jänner februar märz mai juni juli oktober dezember jeden jede jedes jeder alle nächsten nächste nächster nächstes nächstem kommenden kommende kommendes diesen diese dieser dieses übernächsten übernächste mich mir bitte nicht für mit zum zur zu bis von vom nach vor ist ein eine einen einem einer im halb viertel dreiviertel abend mittag mittags nachmittag vormittag nacht abends morgens nachts vormittags nachmittags mitternacht früh tag tage tagen woche wochen wochenende monat monate monats jahr jahre jahres stunde stunden minuten werktags wochentags täglich stündlich wöchentlich monatlich jährlich anfang mitte ende erinnere erinner erinnerung vergiss füge lösche erledigt verschiebe rückgängig hilfe liste aufgabe anrufen kaufen weihnachten heiligabend silvester ostern pfingsten neujahr karfreitag vorher davor fälligkeit ab gegen zwischen außer danach ersten letzten zweiten",
  ),
};

/** Words by which a text shows that it is in a language that we do not know: French, Spanish, Italian, Portuguese, Dutch, Polish. */
export const FOREIGN: ReadonlySet<string> = setOf(
  "rappelle rappelez moi demain aujourd'hui à le les une chaque matin soir lundi mardi mercredi jeudi vendredi samedi dimanche prochain prochaine heures semaine mois dans avec pour recuérdame recuerda mañana hoy el los las cada lunes martes miércoles jueves viernes sábado domingo próximo tarde noche semana llamar ricordami domani oggi il di che alle ogni lunedì martedì mercoledì giovedì venerdì sabato domenica prossimo prossima mattina sera settimana chiamare per con lembra lembre lembrar amanhã hoje às terça quarta quinta sexta ligar herinner herinnering om aan elke maandag dinsdag woensdag donderdag vrijdag zaterdag zondag volgende ochtend avond bellen przypomnij jutro dzisiaj poniedziałek wtorek środa czwartek piątek",
);
