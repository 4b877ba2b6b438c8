/** The words of a language that stand around what is to be done. */
export interface TitleWords {
  /** Cut from the beginning, one after the other: "remind me to", "don't forget to". */
  readonly leadIns: readonly string[];
  /** Cut from the beginning where a time stood before it: "on Monday … there is a meeting". */
  readonly behindTime: readonly string[];
  /** How a verb stands in a clause behind some lead-ins, where it does not stand so in a title. */
  readonly infinitive?: Infinitive | undefined;
  /** Cut when a lead-in follows: "can you". */
  readonly polite: readonly string[];
  /** Cut from the end: "please", "remind me". */
  readonly trailers: readonly string[];
  /** Words before a time that go with it. */
  readonly dangling: readonly string[];
  /** "add milk to my list": these ends go with those beginnings. */
  readonly listed: readonly string[];
  readonly lists: readonly string[];
  /** Lead-ins right after which the time of the reminder stands. */
  readonly remind: readonly string[];
}

/** "Daran, Mama anzurufen" and "daran, Brot zu kaufen" are "Mama anrufen" and "Brot kaufen". */
export interface Infinitive {
  readonly particle: string;
  /** What may stand before it in one word. */
  readonly prefixes: readonly string[];
  /** All infinitives end in one of these. */
  readonly ends: readonly string[];
  /** The lead-ins that end in this have such a clause behind them. */
  readonly behind: readonly string[];
  readonly finite: FiniteVerb;
}

/** "Dass ich Tom anrufe" is "Tom anrufen". */
interface FiniteVerb {
  readonly behind: readonly string[];
  /** They go where an infinitive stands before them: "anrufen muss". */
  readonly modal: readonly string[];
  /** The infinitive of a verb as one says it of oneself; the same word, where it is none. */
  readonly infinitiveOf: (verb: string) => string;
}
