import type { Sentences } from "../sentences.ts";

/** Verbs whose past tense is no rule's. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bought: "buy",
  got: "get",
  paid: "pay",
  sent: "send",
  wrote: "write",
  written: "write",
  made: "make",
  took: "take",
  taken: "take",
  brought: "bring",
  read: "read",
  met: "meet",
  sold: "sell",
  told: "tell",
  gave: "give",
  given: "give",
  fed: "feed",
  built: "build",
  swept: "sweep",
  hung: "hang",
  put: "put",
  cut: "cut",
  ran: "run",
};

/** What tells of no deed. */
const NO_DEED =
  "need|feed|needed|wanted|liked|loved|hated|tried|hoped|wished|decided|planned|missed|failed|used|asked";

/** How English says that something is done by what was done. */
export const deeds: Sentences["deeds"] = {
  said: new RegExp(
    String.raw`^i(?:['’]ve| have)?(?: just| already| finally)* (?!(?:${NO_DEED}) )(?<verb>[a-z]{2,20}ed|${Object.keys(IRREGULAR).join("|")}) (?!(?:not|no|nothing|to) )(?<what>.+?)(?: (?:today|yesterday|already|just now|this morning|last night))?$`,
    "i",
  ),
  verbsOf: (past) => {
    const irregular = IRREGULAR[past];
    if (irregular !== undefined) return [irregular];
    const stem = past.slice(0, -2);
    if (stem.endsWith("i")) return [`${stem.slice(0, -1)}y`];
    const single = /([^aeiou])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
    return [stem, `${stem}e`, ...single];
  },
  wish: (verb, what) => `${verb} ${what}`,
};
