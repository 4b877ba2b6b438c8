/**
 * What is not heard of a text: what points its letters (accents, harakat, niqqud), and what only says how to show it
 * (variation selectors, soft hyphens, joiners, skin tones, the tatweel). In the writings of India and South East Asia,
 * and in kana, a mark is as much of a word as its letters: these stay.
 */
const UNHEARD =
  /[[[\p{M}&&[\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Syriac}]]--\p{scx=Hiragana}]\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\u0640]/gv;

// Letters that Unicode does not take apart, and people do whose keyboard has them not; and those of Arabic that are
// another sign on another keyboard.
const PLAIN: Readonly<Record<string, string>> = {
  ς: "σ",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  "\u0671": "\u0627",
  "\u0649": "\u064a",
  "\u06cc": "\u064a",
  "\u06a9": "\u0643",
};
const LETTERS = /[ςæœøłđðþħŧ\u0671\u0649\u06cc\u06a9]/g;

// A few signs stand for whole words, ﷺ for eighteen letters: these stay, so that nothing grows to more than four times
// its length. In pieces, for to put marks in order takes the square of their number; a title is one piece.
const SHORT_SIGNS = /[^\u321d\u321e\u327c\u3300-\u3357\u33ae\u33af\ufdfa\ufdfb]+/g;
const PIECE = /.{1,256}/gsu;
const ASCII = /^[\0-\x7f]*$/;

/**
 * A text as it is compared: what differs only in case, in accents and other points, in width or by what nobody sees
 * is the same. Folding it once more changes nothing; it is at most four times as long.
 */
export const fold = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase() : text.replaceAll(PIECE, foldPiece);

function foldPiece(piece: string): string {
  const spelled = piece.replaceAll(SHORT_SIGNS, (signs) => signs.normalize("NFKD"));
  // Whatever has a capital is that capital in small letters: ß is ss, ı is i.
  return spelled
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll(UNHEARD, "")
    .replaceAll(LETTERS, (letter) => PLAIN[letter] ?? letter)
    .normalize("NFD");
}
