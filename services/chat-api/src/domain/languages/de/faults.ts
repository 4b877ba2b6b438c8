import { valuesOf, withValues } from "../../tasks/reasons.ts";

/** What schemas, rules and reminders say of a field, and how that is said in German. */
const FAULTS: Readonly<Record<string, string>> = {
  "must not be empty": "darf nicht leer sein",
  "must have something in it that can be seen": "braucht etwas, das zu sehen ist",
  "holds half of a character": "enthält ein halbes Zeichen",
  "must not have a comma": "darf kein Komma enthalten",
  "at most {0} characters": "höchstens {0} Zeichen",
  "there is no such date and time of day": "diesen Tag oder diese Uhrzeit gibt es nicht",
  "the first date must be {0}": "der erste Termin liegt außerhalb der Jahre, die es hier gibt",
  "has no date from now on": "von jetzt an gibt es keinen Termin mehr",
  "comes more than {0} times in an hour": "öfter als {0} Mal in der Stunde",
  "a series of whole days (its start is one) has no hours":
    "eine Serie ganzer Tage hat keine Uhrzeiten",
  "A rule has at most {0} characters": "eine Regel hat höchstens {0} Zeichen",
  "A rule must say its FREQ": "eine Regel muss FREQ nennen",
  '"{0}" is no part of a rule': "„{0}“ ist kein Teil einer Regel",
  "{0} stands twice": "{0} steht zweimal darin",
  "{0} must be {1}": "was bei {0} steht, kann dort nicht stehen",
  "A rule ends by COUNT or by UNTIL, not by both":
    "eine Regel endet durch COUNT oder durch UNTIL, nicht durch beides",
  "A numbered weekday has no meaning with FREQ={0}":
    "ein gezählter Wochentag hat bei FREQ={0} keinen Sinn",
  "A numbered weekday has no meaning beside BYWEEKNO":
    "ein gezählter Wochentag hat neben BYWEEKNO keinen Sinn",
  "BYSETPOS needs another BY part to choose from":
    "BYSETPOS braucht einen weiteren Teil mit BY, aus dem es wählt",
  "{0} has no meaning with FREQ={1}": "{0} hat bei FREQ={1} keinen Sinn",
  "Too many dates lie before the ones asked for to count them":
    "davor liegen zu viele Termine, um sie zu zählen",
  "This rule falls on so few dates that none was found":
    "die Regel trifft so selten zu, dass kein Termin zu finden war",
  "There may be at most {0} {1}": "höchstens {0} Daten in {1}",
  "{0} must hold a wall time like {1}": "was in {0} steht, ist keine Uhrzeit",
  "the task is due on a whole day: give days and a time of day":
    "die Aufgabe ist an einem ganzen Tag fällig, da zählen nur Tage",
};

/** What is wrong with a field, in German; undefined where that has no German sentence. */
export function faultInGerman(text: string): string | undefined {
  for (const [english, german] of Object.entries(FAULTS)) {
    const values = valuesOf(text, english);
    if (values) return withValues(german, values);
  }
  return undefined;
}
