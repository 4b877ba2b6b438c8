// A sign may stand for eighteen letters (U+FDFA): what grows more than that is compared by its beginning.
const MOST_GROWTH = 3;
const PIECE = 256;
// Twice the longest title, and short enough for a cursor.
const LONGEST_KEY = 400;

/** The words of a text as they are compared: lower case, without accents and punctuation. */
export function wordsOf(text: string): readonly string[] {
  return (
    decomposed(text)
      .replaceAll(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

function decomposed(text: string): string {
  const most = MOST_GROWTH * text.length;
  let whole = "";
  for (let at = 0; at < text.length && whole.length < most;) {
    const end = pieceEnd(text, at);
    whole += text.slice(at, end).normalize("NFKD");
    at = end;
  }
  return whole.slice(0, most);
}

// Half of a surrogate pair is no letter.
function pieceEnd(text: string, from: number): number {
  const end = from + PIECE;
  const isWithinPair = /[\udc00-\udfff]/.test(text[end] ?? "");
  return isWithinPair ? end + 1 : end;
}

/** What two titles must share to be called the same. A title of signs alone is compared as it stands. */
export function sameTitleKey(title: string): string {
  return (wordsOf(title).join(" ") || title.trim()).slice(0, LONGEST_KEY);
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
