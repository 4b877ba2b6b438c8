import { type Context, resolve } from "@todo-mesh/when";

/** What a person said themselves, this turn first. Of what a model makes of it only this is taken for their wish. */
export type OwnWords = readonly string[];

const plain = (text: string): string =>
  ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}:./-]+/gu, " ")
    .trim()} `;
const wordsOf = (text: string): string[] =>
  plain(text)
    .trim()
    .split(/[ /-]+/)
    .filter(Boolean);
const STEM = 4;

/**
 * Whether a name comes from what the person said, and not from a text that is kept: half of its words at least are
 * theirs, whatever their endings.
 */
export function isOwn(name: string, own: OwnWords): boolean {
  const theirs = own.flatMap(wordsOf).map((word) => word.slice(0, STEM));
  const words = wordsOf(name);
  const known = words.filter((word) => theirs.includes(word.slice(0, STEM)));
  return words.length > 0 && 2 * known.length >= words.length;
}

/** The whole of what the person said about a time, where a phrase is part of it; undefined when they did not say it. */
export function ownPhrase(phrase: string, own: OwnWords, context: Context): string | undefined {
  const said = own.find((text) => plain(text).includes(plain(phrase)));
  if (said === undefined) return undefined;
  const meaning = resolve(said, context);
  const isPart = "phrase" in meaning && plain(meaning.phrase).includes(plain(phrase));
  return isPart ? meaning.phrase : phrase;
}
