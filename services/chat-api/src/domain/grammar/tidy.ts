import type { Sentences } from "../languages/sentences.ts";

const QUOTED = /^["'“”„‘’‚«»](.+)["'“”‘’«»]$/;

const STOPS = ".!?";
const LOOSE = ", .!?";
const LOOSE_END = " ,;:";

/** A message as one plain line: no line breaks, no courtesies, no full stop. */
export function tidy(message: string, { start, end }: Sentences["polite"]): string {
  const line = trimmedEnd(oneLine(message), STOPS);
  const bare = line.replace(start, "").replace(start, "");
  const polite = end.exec(bare);
  return (polite ? trimmedEnd(bare.slice(0, polite.index), LOOSE) : bare).trim();
}

/** What was meant by a title or a name: without the quotes around it and the stops after it. */
export function unquote(text: string): string {
  const bare = trimmedEnd(text.trim(), LOOSE_END);
  return (QUOTED.exec(bare)?.[1] ?? bare).trim();
}

// A regular expression would look for the end of a long run of marks from each of its marks anew.
function trimmedEnd(text: string, marks: string): string {
  let to = text.length;
  while (to > 0 && marks.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(0, to);
}

// Control characters have no place in a title: it is shown on one line, in mails and on small screens.
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
}
