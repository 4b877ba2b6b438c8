import { fold } from "@todo-mesh/contracts";

// Writings that have no spaces between words, and pictures.
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+|[\p{So}\p{Extended_Pictographic}]/gu;
// `.net` begins with its dot, `c++` and `c#` end with their signs; all other punctuation stands between words.
const WORDS =
  /(?:(?<!\S)\.)?[\p{L}\p{N}\p{M}]+(?:[+#]+(?![\p{L}\p{N}+#]))?|[\p{So}\p{Extended_Pictographic}]/gu;

/** The words of a text as they are compared: folded, and without the punctuation between them. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text).replaceAll(UNSPACED, " $& ").match(WORDS) ?? [];

/** Words one after the other, to be looked through for others. A word with a dot before it is found without it too. */
export const joined = (words: readonly string[]): string =>
  ` ${words.join(" ")} `.replaceAll(" .", " . ");

/** What a word is looked for as, in words that are joined: one begins after a space, but in writings without, anywhere. */
export const beginOf = (word: string): string =>
  isUnspaced(word) ? word : ` ${word}`.replace(" .", " . ");

/** The same, where it must be the whole word. */
export const wholeOf = (word: string): string => (isUnspaced(word) ? word : `${beginOf(word)} `);

const isUnspaced = (word: string): boolean => word.search(UNSPACED) === 0;

/** What two titles must share to be called the same. A title of signs alone is compared as it stands. */
export const sameTitleKey = (title: string): string =>
  wordsOf(title).join(" ") || fold(title).trim() || title.trim();

/** What is worked out of an object once and kept for as long as the object is: none that comes here ever changes in place. */
export function remembered<Key extends object, Value>(
  work: (key: Key) => Value,
): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: work(key) };
    known.set(key, found);
    return found.value;
  };
}
