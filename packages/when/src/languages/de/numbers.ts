const ONES = "ein zwei drei vier fünf sechs sieben acht neun".split(" ");
const TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(
  " ",
);
const TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");

const upwards = (words: readonly string[], first: number, step = 1) =>
  words.map((word, n) => [word, first + n * step] as const);

const above = TENS.flatMap((tens, n) =>
  ONES.map((one, ones) => [`${one}und${tens}`, (n + 2) * 10 + ones + 1] as const),
);

/** Numbers in words, up to a hundred: "einundzwanzig". */
export const numbers: Readonly<Record<string, number>> = Object.fromEntries([
  ...upwards(ONES, 1),
  ...upwards(["eins", "zwo"], 1),
  ...["eine", "einen", "einem", "einer", "eines"].map((word) => [word, 1] as const),
  ...upwards(TEENS, 10),
  ...upwards(TENS, 20, 10),
  ...above,
  ["hundert", 100],
]);

/** The numbers that are minutes behind "Uhr". */
export const minutes: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(numbers).filter(([word, value]) => value < 60 && !word.startsWith("ein")),
);

const STEMS = [
  ["erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt"],
  TEENS.map((word) => `${word}t`),
  ...[["zwanzig"], ...ONES.map((one) => [`${one}undzwanzig`])].map((words) =>
    words.map((word) => `${word}st`),
  ),
  ["dreißigst"],
  ["einunddreißigst"],
].flat();

const ENDINGS = ["e", "en", "er", "es", "em"];

/** A stem in all its endings: "nächste", "nächsten". */
export const inflected = (stem: string): readonly string[] => ENDINGS.map((end) => stem + end);

export const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  STEMS.flatMap((stem, n) => inflected(stem).map((word) => [word, n + 1] as const)),
);
