import { plainWord } from "../text/tokens.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" ").map(plainWord));

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

/** The words of all of them. */
export const FOREIGN_WORDS = setOf(FOREIGN.flatMap(([, words]) => [...words]).join(" "));

/** Scripts by which a text shows its language, the first that fits. */
export const SCRIPTS: readonly (readonly [Tongue, RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["zh", /\p{Script=Han}/u],
  ["ru", /\p{Script=Cyrillic}/u],
];
