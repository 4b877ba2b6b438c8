import type { Sentences } from "../sentences.ts";

/** Participles whose verb is no rule's, without what stands before them: “ausgeschrieben” has “schrieben”. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bracht: "bringen",
  sandt: "senden",
  schrieben: "schreiben",
  gossen: "gießen",
  nommen: "nehmen",
  sprochen: "sprechen",
  troffen: "treffen",
  schnitten: "schneiden",
  worfen: "werfen",
  schlossen: "schließen",
  strichen: "streichen",
  zogen: "ziehen",
  bunden: "binden",
};

const PARTICIPLE =
  /^(ab|an|auf|aus|bei|durch|ein|fertig|heraus|hin|los|mit|nach|raus|um|vor|weg|zu|zurück)?ge(\p{L}{2,20}(?:t|en))$/u;
const PARTICIPLE_WITHOUT_GE =
  /^(be|ent|er|ver|zer|über|unter|(?=\p{L}{1,30}iert$))(\p{L}{2,20}(?:t|en))$/u;

function verbsOf(participle: string): string[] {
  const [, before = "", stem] =
    PARTICIPLE.exec(participle) ?? PARTICIPLE_WITHOUT_GE.exec(participle) ?? [];
  if (stem === undefined) return [];
  const irregular = IRREGULAR[stem];
  if (irregular !== undefined) return [before + irregular];
  if (stem.endsWith("en")) return [before + stem];
  const root = stem.replace(/e?t$/, "");
  return [`${before}${root}en`, `${before}${root}n`];
}

/** How German says that something is done by what was done. */
export const deeds: Sentences["deeds"] = {
  said: /^ich habe?(?: gerade| eben| schon| jetzt| heute| gestern)*(?! nicht| nichts| kein) (?<what>(?!.*(?<!\p{L})(?:nicht|nichts|keine?[nmrs]?|nie)(?!\p{L})).+?)(?: gerade| eben| schon| jetzt| heute| gestern)* (?<verb>\p{L}{2,30}(?:t|en))$/iu,
  verbsOf,
  wish: (verb, what) => `${what} ${verb}`,
};
