import { type Reason, reasonFor, withValues } from "../../tasks/reasons.ts";

const REASONS_IN_GERMAN: Readonly<Record<Reason, string>> = {
  "repeats-not": "Die Aufgabe wiederholt sich nicht",
  "no-next-date": "Die Aufgabe wiederholt sich nicht, also gibt es keinen nächsten Termin",
  "is-done": "Die Aufgabe ist erledigt; öffne sie zuerst wieder",
  "last-date": "Das ist der letzte Termin der Serie; erledige die Aufgabe oder beende die Serie",
  "nothing-to-undo": "Es gibt nichts, was ich rückgängig machen könnte",
  "undone-already": "Das ist schon rückgängig gemacht",
  "not-muted": "Die Aufgabe ist nicht stumm",
  "no-moment": "Das ist kein Zeitpunkt; sag zum Beispiel „für 10 Minuten“ oder „bis 18 Uhr“",
  "moment-over": "Dieser Zeitpunkt ist schon vorbei",
  "moment-far": "Dieser Zeitpunkt ist zu weit weg; nenne einen innerhalb eines Jahres",
  "not-asked": "Das habe ich nicht gefragt, oder vor zu langer Zeit",
  "decided-already":
    "Das wurde schon anders entschieden; was getan wurde, lässt sich rückgängig machen",
  "others-first": "Gerade wurde das von anderer Stelle geändert; versuch es bitte noch einmal",
  "called-before": "Dieser Auftrag wurde schon mit anderen Angaben erteilt",
  "which-moment": "Diese Zeit kann mehreres heißen ({0}); sag, was gemeint ist",
  "no-such-time":
    "Eine solche Zeit kenne ich nicht; sag zum Beispiel „auf Samstag“ oder „auf morgen um 9“",
  "no-such-task": "Eine solche Aufgabe gibt es nicht",
  "gone-for-good": "{0} ist endgültig weg",
  "changed-since": "{1} wurde seither an derselben Stelle noch einmal geändert",
  "contradicts-itself":
    "{0} würde sich ohne diese Änderung widersprechen; nimm zuerst zurück, was danach kam",
  never: "„{0}“ hat von jetzt an keinen Termin",
  "too-often": "„{0}“ kommt öfter als {1} Mal in der Stunde",
  "most-open": "Es sind schon {0} Aufgaben offen; erledige oder lösche erst einige",
  "most-kept": "Es gibt schon {0} Aufgaben, die erledigten und die im Papierkorb mitgezählt",
  "most-bytes":
    "Deine Aufgaben nehmen schon {0} MB ein, die erledigten und die im Papierkorb mitgezählt; kürze erst einige Notizen",
  "most-rings":
    "Was sich wiederholt oder nachhakt, darf über den Tag gerechnet {0} Mal in der Stunde klingeln und käme auf {1} Mal; lass es seltener kommen, oder beende etwas anderes, das sich wiederholt",
  "most-pending":
    "Du darfst {0} Erinnerungen haben, die noch klingeln, und kämst auf {1}; erledige oder lösche einige Aufgaben",
  "too-far": "Das würde in mehr als {0} Jahren klingeln; nenne eine frühere Zeit",
};

/** A reason in German; undefined for a text that is none. */
export function inGerman(text: string): string | undefined {
  const why = reasonFor(text);
  return why && withValues(REASONS_IN_GERMAN[why.reason], why.values);
}

/** Why something was not done, in German; without the reason, where that has no German sentence. */
export function refused(detail: string): string {
  const why = inGerman(detail);
  return why === undefined
    ? "Das ging leider nicht; ich habe nichts geändert."
    : `Das ging nicht: ${why}.`;
}
