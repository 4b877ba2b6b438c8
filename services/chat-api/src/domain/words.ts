/** The words of a text as they are compared: lower case, without accents and punctuation. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replaceAll(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** What two titles must share to be called the same. A title of signs alone is compared as it stands. */
export function sameTitleKey(title: string): string {
  return wordsOf(title).join(" ") || title.trim();
}

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
