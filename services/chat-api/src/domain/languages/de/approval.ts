import type { ApprovalWords } from "../../replies/approval-words.ts";

/** How German asks for a yes, and what counts as one. */
export const approval: ApprovalWords = {
  ask: (effects) =>
    [
      "Das habe ich noch nicht getan:",
      ...effects.map((each) => `- ${each}`),
      "Soll ich? Sag ja oder nein.",
    ].join("\n"),
  elsewhere:
    "Sag es auf der Seite von Todo Mesh, innerhalb einer Viertelstunde: kein Assistent kann es für dich sagen.",
  yes: /^(?:j|ja|jo|jawohl|klar|na klar|gerne?|sicher|okay|ok|einverstanden|genau|bestätigt|(?:(?:ja|ok|okay|klar),? )?(?:mache? (?:das|es|mal)|tu (?:das|es)|bitte|gerne))$/i,
  no: /^(?:nein|nee|nö|ne|abbrechen|stopp?|lieber nicht|besser nicht|(?:nein,? )?(?:lass (?:das|es|sie)|lass mal|mache? (?:das|es) nicht|tu (?:das|es) nicht|danke|bitte nicht))$/i,
  rejected: "Gut, ich habe nichts davon getan.",
  outdated: "Deine Liste wurde geändert, seit ich gefragt habe, also habe ich nichts getan.",
  withdrawn: "Du hast das neu gesagt, also habe ich nichts davon getan.",
  expired:
    "Meine Frage ist zu lange her, also habe ich nichts getan. Bitte sag noch einmal, was du möchtest.",
};
