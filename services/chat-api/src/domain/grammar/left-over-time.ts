const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)";
const REPEATS = /\b(?:every|each)\b|\b(?:daily|weekly|monthly|yearly|annually)$/i;
const OTHER_DAYS = [
  /\b(?:next|this|tonight|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b/i,
  /\b(?:morning|afternoon|evening|night|weekend|midnight)$/i,
  new RegExp(`\\b${MONTH}[a-z]* \\d{1,2}(?:st|nd|rd|th)?\\b`, "i"),
  new RegExp(`\\d(?:st|nd|rd|th)?(?: of)? ${MONTH}[a-z]*\\b`, "i"),
];
const TAIL_WORDS = 4;

/**
 * Whether a title still ends like a date. Then its sentence was not understood whole: "call mum every
 * day" at 9 is not once at 9, and asking is better than guessing.
 */
export function leftOverTime(title: string): "repeats" | "unknown" | undefined {
  const tail = title.split(" ").slice(-TAIL_WORDS).join(" ");
  if (REPEATS.test(tail)) return "repeats";
  return OTHER_DAYS.some((day) => day.test(tail)) ? "unknown" : undefined;
}
