import type { Infinitive } from "../grammar/title-words.ts";

const CAPITAL = /^\p{Lu}/u;

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
