// Letters that are read from right to left, and what turns a text round or marks its direction.
const TURNS =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\p{Bidi_Control}]/u;
const ISOLATES = /[\u2066-\u2069]/g;
const BEGIN = "\u2068";
const END = "\u2069";

/**
 * What somebody wrote, as it stands within a sentence of ours: isolated (UAX #9) where it could turn what is around it
 * round, and as it is where it could not. Nothing in it reaches beyond its end.
 */
export const isolated = (text: string): string =>
  TURNS.test(text) ? `${BEGIN}${balanced(text)}${END}` : text;

/** The same in quotation marks, as a sentence names what somebody wrote. */
export const quoted = (text: string): string => `“${isolated(text)}”`;

// Overrides and embeddings end with the isolate they stand in; isolates have to be ended one by one.
function balanced(text: string): string {
  let open = 0;
  const begun = text.replaceAll(ISOLATES, (sign) => {
    if (sign !== END) open += 1;
    else if (open === 0) return "";
    else open -= 1;
    return sign;
  });
  return begun + END.repeat(open);
}
