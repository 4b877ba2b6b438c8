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
