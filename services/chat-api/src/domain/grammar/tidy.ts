const POLITE_START =
  /^(?:please|hey|ok|okay|and|(?:can|could|would|will) you(?: please)?|i(?:['’]d| would) like you to|i want you to)[, ]+/i;
const POLITE_END = /[, ]+(?:please|thanks|thank you)$/i;
const QUOTED = /^["'“”‘’«»](.+)["'“”‘’«»]$/;

/** A message as one plain line: no line breaks, no courtesies, no full stop. */
export function tidy(message: string): string {
  const line = oneLine(message).replace(/(?<![.!?])[.!?]+$/, "");
  return line.replace(POLITE_START, "").replace(POLITE_START, "").replace(POLITE_END, "").trim();
}

/** What was meant by a title or a name: without the quotes around it and the stops after it. */
export function unquote(text: string): string {
  const bare = text.trim().replace(/[ ,;:]+$/, "");
  return (QUOTED.exec(bare)?.[1] ?? bare).trim();
}

// Control characters have no place in a title: it is shown on one line, in mails and on small screens.
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
}
