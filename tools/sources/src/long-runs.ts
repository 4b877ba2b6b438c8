// One of each class of characters, and those that other code has stumbled over.
const CLASSES = [
  ...Array.from("aZ09 \t\n.,:;-_/\\([{<>)]}\"'“”’!?#@%&*+=|~`^$éß中한"),
  "\u00a0",
  "\ufdfa",
  "\u0301",
  "\u200d",
  "\u{1f600}",
  "\ud800",
  "\0",
  "ab",
  "a ",
  " a",
  "a,",
  "1 ",
];
const NO_MORE = "\u0001";
const MOST_OWN = 24;
const MOST_PAIRED = 12;

/** What a pattern speaks of itself: its characters, and its words. */
function ownOf(source: string) {
  const literal = source.replaceAll(/\\[a-zA-Z]/g, " ");
  const characters = [...new Set(literal)].slice(0, MOST_OWN);
  const words = [...new Set(literal.match(/[A-Za-z]{2,}(?: [A-Za-z]+)*/g))].slice(0, MOST_OWN);
  return { characters, words };
}

/** What may be said over and over: each class, the pattern's own characters by two, its words with one of these. */
function refrainsFor(source: string): string[] {
  const { characters, words } = ownOf(source);
  const paired = characters.slice(0, MOST_PAIRED);
  const pairs = paired.flatMap((one) => paired.map((other) => one + other));
  const phrases = words.flatMap((word) => [word, ...paired.map((one) => word + one)]);
  return [...new Set([...CLASSES, ...characters, ...pairs, ...phrases])];
}

export interface LongRun {
  readonly before: string;
  readonly refrain: string;
  readonly after: string;
}

/** The texts of long runs that a pattern is tried on; `textOf` makes them as long as is wanted. */
export function longRunsFor(source: string): LongRun[] {
  const { characters, words } = ownOf(source);
  const begins = words.flatMap((word) => [word, `${word} `]);
  const within = [...CLASSES, ...characters].flatMap((refrain) =>
    begins.map((before) => ({ before, refrain, after: NO_MORE })),
  );
  const alone = refrainsFor(source).flatMap((refrain) =>
    ["", NO_MORE].map((after) => ({ before: "", refrain, after })),
  );
  return [...alone, ...within];
}

export const textOf = ({ before, refrain, after }: LongRun, times: number): string =>
  before + refrain.repeat(times) + after;
