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

/** Where a sentence ends, or a line. */
const END = /(?<=[.!?]["”“»)\]]{0,3})(?=\s)|\n/;
const MOST_CHARACTERS = 600;

/**
 * Hears a model's words as they come, round after round, and passes on each sentence that claims nothing about the
 * list. A sentence is held back until it is whole, and so is a line that may be one of a list.
 */
export function withoutClaims(pass: (sentence: string) => void) {
  let [rest, left, heard] = ["", MOST_CHARACTERS, 0];
  let [claimed, isNewLine, isListed] = [false, true, false];

  const judge = (sentence: string): void => {
    if (sentence === "") return;
    if (isClaim(sentence)) claimed = true;
    else pass(sentence);
  };
  const begin = (): void => {
    if (isNewLine && LISTED.test(rest)) [isListed, claimed] = [true, true];
  };
  const step = (): boolean => {
    begin();
    const end = isListed ? /\n/.exec(rest) : END.exec(rest);
    if (!end) return false;
    const to = end.index + end[0].length;
    if (!isListed) judge(rest.slice(0, to).trim());
    rest = rest.slice(to);
    isNewLine = end[0] === "\n";
    isListed &&= !isNewLine;
    return true;
  };
  const hear = (words: string): void => {
    const piece = heard === 0 ? words.trimStart() : words;
    heard += piece.length;
    rest += piece.slice(0, left);
    left = Math.max(0, left - piece.length);
    while (step());
  };

  return {
    hear,
    /** Ends a round: with its whole text, or without, when it broke off and its last sentence is none. */
    end: (text?: string): void => {
      if (text !== undefined) hear(text.slice(heard));
      begin();
      if (text !== undefined && !isListed) judge(rest.trim());
      [rest, heard, isNewLine, isListed] = ["", 0, true, false];
    },
    /** Whether anything had to go. */
    claimed: (): boolean => claimed,
  };
}
