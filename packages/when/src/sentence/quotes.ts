import { textAt, type Token } from "../text/tokens.ts";

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "“": "”",
  "„": "“",
  "«": "»",
};

/** From the mark that opens a quote to the one that closes it. */
interface Quote {
  readonly from: number;
  readonly to: number;
}

// A mark for inches or an apostrophe stands behind a word, and has none behind it.
const opens = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  const isFree = !tokens[at]?.glued || before?.kind === "mark";
  return isFree && tokens[at + 1]?.glued === true && textAt(tokens, at) in CLOSING;
};

function quotesIn(tokens: readonly Token[]): readonly Quote[] {
  const quotes: Quote[] = [];
  let open: number | undefined;
  tokens.forEach(({ text, glued }, at) => {
    if (open === undefined) open = opens(tokens, at) ? at : undefined;
    else if (glued && text === CLOSING[textAt(tokens, open)]) {
      quotes.push({ from: open, to: at });
      open = undefined;
    }
  });
  return quotes;
}

/** What is quoted is a name or someone's words, and no time: whether the token there stands in quotes. */
export function quoted(tokens: readonly Token[]): (at: number) => boolean {
  const quotes = quotesIn(tokens);
  if (quotes.length === 0) return () => false;
  const inside = new Set(
    quotes.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n)),
  );
  return (at) => inside.has(at);
}

/** The tokens of a sentence that is nothing but a quote. */
export function wholeQuote(tokens: readonly Token[]): Quote | undefined {
  const [first, ...others] = quotesIn(tokens);
  const isWhole = first?.from === 0 && others.length === 0;
  return isWhole && tokens.slice(first.to).every(({ kind }) => kind === "mark") ? first : undefined;
}
