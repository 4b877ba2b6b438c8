/** A word, a number or a mark of the text. `text` is normalised; `start` and `end` are places in the source. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "mark" | "other";
  /** No space stands before it. */
  readonly glued: boolean;
}

const LETTER = /^[\p{L}\p{M}]/u;
const SPACE = /^[\s\u180e\u200b]/u;
// Soft hyphens, joiners, marks of direction and of variation: they stand within words, and belong to none.
const IGNORABLE = /^[\p{Default_Ignorable_Code_Point}]/u;
const MARK = /^[\p{P}\p{S}]/u;
const PICTURE = /^\p{Extended_Pictographic}/u;

const SAME_MARK: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "`": "'",
  "‐": "-",
  "‑": "-",
  "−": "-",
  "—": "–",
  "‒": "–",
  "―": "–",
  "∶": ":",
};

// As they are written where a keyboard has no such letters; a letter may stand before its dots, too.
const SAME_LETTER: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
  ẞ: "SS",
  "\u0308": "e",
};

type Class = "word" | "number" | "mark" | "other" | "space" | "unseen";

const ASCII_KINDS: readonly (readonly [RegExp, Class])[] = [
  [/[a-z]/i, "word"],
  [/[0-9]/, "number"],
  [/\s/, "space"],
  [/[!-~]/, "mark"],
];

// Most of a text is ASCII; a look into a table beats four expressions.
const ASCII: readonly Class[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return ASCII_KINDS.find(([kind]) => kind.test(char))?.[1] ?? "other";
});

function classOf(text: string): Class {
  const ascii = ASCII[text.charCodeAt(0)];
  if (ascii !== undefined) return ascii;
  if (text === "" || IGNORABLE.test(text)) return "unseen";
  if (SPACE.test(text)) return "space";
  if (LETTER.test(text)) return "word";
  return PICTURE.test(text) || !MARK.test(text) ? "other" : "mark";
}

interface Char {
  readonly text: string;
  readonly kind: Class;
  readonly end: number;
}

function charAt(source: string, at: number): Char {
  const kind = ASCII[source.charCodeAt(at)];
  if (kind !== undefined) return { text: source[at] ?? "", kind, end: at + 1 };
  const char = String.fromCodePoint(source.codePointAt(at) ?? 32);
  const plain = char.normalize("NFKC");
  const text = SAME_MARK[plain] ?? SAME_LETTER[plain] ?? plain;
  return { text, kind: classOf(text), end: at + char.length };
}

interface Draft {
  text: string;
  readonly start: number;
  end: number;
  readonly kind: Token["kind"];
  readonly glued: boolean;
}

// "2½" is two numbers.
const joins = (kind: Class, text: string): boolean =>
  kind === "word" || (kind === "number" && text.length === 1);

/** Whether this goes on the word or number before it; an apostrophe between two letters does, as in "o'clock". */
function continues(last: Draft | undefined, { text, kind, end }: Char, source: string): boolean {
  if (last?.kind === kind) return joins(kind, text);
  if (last?.kind !== "word" || text !== "'" || end >= source.length) return false;
  return charAt(source, end).kind === "word";
}

/** A word as tokens have it. */
export const plainWord = (word: string): string =>
  Array.from(word, (char) => charAt(char, 0).text)
    .join("")
    .toLowerCase();

/** Cuts a text into tokens: full-width digits, Unicode spaces, dashes and quotes become plain ones. Linear in its length. */
export function tokenise(source: string): readonly Token[] {
  const tokens: Draft[] = [];
  let last: Draft | undefined;
  for (let at = 0; at < source.length;) {
    const char = charAt(source, at);
    const { text, kind, end } = char;
    if (kind === "space") last = undefined;
    else if (kind !== "unseen") {
      if (last && continues(last, char, source)) {
        last.text += text;
        last.end = end;
      } else {
        last = { text, start: at, end, kind, glued: last !== undefined };
        tokens.push(last);
      }
    }
    at = end;
  }
  for (const token of tokens) token.text = token.text.toLowerCase();
  return tokens.some(({ text }) => text === "/") ? withHalves(tokens) : tokens;
}

// As it is in Unicode, and so what "½" becomes.
const HALF = "1⁄2";

/** "1/2" that stands for itself, but not the end of "21/2". */
const isHalfAt = (tokens: readonly Token[], at: number): boolean =>
  ["1", "/", "2"].every((text, n) => {
    const token = tokens[at + n];
    return token?.text === text && token.glued === n > 0;
  });

/** Makes one token of the half of "2 1/2", as "2½" has. */
function withHalves(tokens: readonly Token[]): readonly Token[] {
  const isHalf = (at: number): boolean => tokens[at - 1]?.kind === "number" && isHalfAt(tokens, at);
  return tokens.flatMap((token, at): readonly Token[] => {
    if (isHalf(at))
      return [{ ...token, text: HALF, end: tokens[at + 2]?.end ?? token.end, glued: true }];
    return isHalf(at - 1) || isHalf(at - 2) ? [] : [token];
  });
}

/** The normalised text of a token; nothing where there is none. */
export const textAt = (tokens: readonly Token[], at: number): string => tokens[at]?.text ?? "";
