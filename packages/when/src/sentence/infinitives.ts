import type { Infinitive } from "../grammar/title-words.ts";

const CAPITAL = /^\p{Lu}/u;

/** The verb at the end of a clause as it stands in a title: "Tom anrufe" is "Tom anrufen". */
export function infiniteEnd({ ends, finite: { modal, infinitiveOf } }: Infinitive) {
  const isInfinitive = (word = ""): boolean => ends.some((end) => word.endsWith(end));
  const plain = (words: readonly string[]): readonly string[] => {
    const [before, last = ""] = words.slice(-2);
    if (modal.includes(last) && isInfinitive(before)) return words.slice(0, -1);
    return CAPITAL.test(last) ? words : [...words.slice(0, -1), infinitiveOf(last)];
  };
  return (clause: string): string => {
    // "Anrufe, bitte": behind its comma the clause is over.
    const comma = clause.lastIndexOf(", ");
    const end = comma >= 0 && !clause.includes(" ", comma + 2) ? comma : clause.length;
    return plain(clause.slice(0, end).split(" ")).join(" ") + clause.slice(end);
  };
}

/** Sets the verbs of a clause as they stand in a title: "Mama anzurufen" is "Mama anrufen". */
export function plainVerbs({ particle, prefixes, ends }: Infinitive) {
  // "hinzu" before "hin".
  const beginnings = prefixes.toSorted((one, other) => other.length - one.length);
  const isVerb = (word: string): boolean =>
    !CAPITAL.test(word) && ends.some((end) => word.replace(/\P{L}+$/u, "").endsWith(end));

  const joined = (word: string): string => {
    const prefix = beginnings.find((each) => word.startsWith(each + particle));
    const rest = prefix && word.slice(prefix.length + particle.length);
    return rest && isVerb(rest) ? prefix + rest : word;
  };

  // "Zu schnellen Autos" has no verb.
  const isBeforeVerb = (words: readonly string[], at: number): boolean =>
    words[at] === particle && isVerb(words[at + 1] ?? "") && !CAPITAL.test(words[at + 2] ?? "");

  return (clause: string): string => {
    const words = clause.split(" ");
    return words
      .filter((_, at) => !isBeforeVerb(words, at))
      .map(joined)
      .join(" ");
  };
}
