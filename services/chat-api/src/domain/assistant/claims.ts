/*
 * What was changed is told by the actions, in our words. A model's words go around them: what sounds like a claim that
 * something was done is taken out, true or not.
 */

const CLAIMS: readonly RegExp[] = [
  /(?<!\p{L})(?:add|creat|delet|remov|complet|finish|mark|schedul|reschedul|mov|chang|updat|renam|cancell?|snooz|mut|dismiss)(?:ed|ing)(?!\p{L})/iu,
  /(?<!\p{L})(?:reopen|restor|clear|eras|sav|stor|not|record|book|postpon|skipp|check|tick|cross|wip|handl|arrang|register)(?:ed|ing)(?!\p{L})/iu,
  /(?<!\p{L})(?:logg|trash|revert|confirm|organi[sz]|enter|plac|dropp|sort)(?:ed|ing)(?!\p{L})/iu,
  /(?<!\p{L})(?:complete|undone|undid|undoing|done|set|put|gone|taken|took|made|got it|removal|deletion|on it|no longer|all good)(?!\p{L})/iu,
  /(?<!\p{L})(?:reminder|remind|alarm|will ring|dealt|struck|ready|now|success|successful|successfully)(?!\p{L})/iu,
  /(?<!\p{L})(?:erledigt|gelöscht|entfernt|hinzugefügt|angelegt|erstellt|eingetragen|gesetzt|gestellt|verschoben|geändert)(?!\p{L})/iu,
  /(?<!\p{L})(?:abgehakt|notiert|gemerkt|gespeichert|erinnere|erinnert|fertig|umbenannt|rückgängig|vermerkt|gestrichen)(?!\p{L})/iu,
  /(?<!\p{L})(?:aktualisiert|markiert|weg|geplant|wiederhergestellt)(?!\p{L})/iu,
];
const MARK = /[✅☑✔✓🗑👍👌🎉]/u;
const LISTED = /^\s*(?:[-*•–]|\d{1,3}[.)])\s/;

const isClaim = (sentence: string): boolean =>
  MARK.test(sentence) || CLAIMS.some((claim) => claim.test(sentence));

/** A sentence at a time, or a line. */
const SENTENCES = /[^.!?\n]+[.!?]*|[.!?]+/g;
const MOST_CHARACTERS = 600;

/** The words of a model that claim nothing about the list, and whether any had to go. */
export function withoutClaims(text: string): { readonly text: string; readonly claimed: boolean } {
  const lines = text.slice(0, MOST_CHARACTERS).split("\n");
  const kept = lines.filter((line) => !LISTED.test(line));
  const sentences = kept.flatMap((line) => line.match(SENTENCES) ?? []);
  const harmless = sentences.filter((each) => !isClaim(each));
  return {
    text: harmless
      .map((each) => each.trim())
      .filter(Boolean)
      .join(" "),
    claimed: harmless.length < sentences.length || kept.length < lines.length,
  };
}
