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

/** What is likely no verb without its e: “mov”, “bak”, “organiz”. */
const NEEDS_E = /^[^aeiou]{0,3}[aeiou][^aeiouwxy]$|[cvz]$/;

/** How English says that something is done by what was done. */
export const deeds: Sentences["deeds"] = {
  // What was needed, wanted, tried or missed tells of no deed.
  said: /^i(?:['’]ve| have)?(?: just| already| finally)* (?!(?:need|feed|needed|wanted|liked|loved|hated|tried|hoped|wished|decided|planned|missed|failed|used|asked) )(?<verb>[a-z]{2,20}) (?!(?:not|no|nothing|to) )(?<what>.+?)(?: (?:today|yesterday|already|just now|this morning|last night))?$/i,
  verbsOf: (past) => {
    const irregular = IRREGULAR[past];
    if (irregular !== undefined) return [irregular];
    if (!/..ed$/.test(past)) return [];
    const stem = past.slice(0, -2);
    if (stem.endsWith("i")) return [`${stem.slice(0, -1)}y`];
    if (/[^aeiou][aeiou]([bdgmnprt])\1$/.test(stem)) return [stem.slice(0, -1), stem];
    return NEEDS_E.test(stem) ? [`${stem}e`, stem] : [stem, `${stem}e`];
  },
  wish: (verb, what) => `${verb} ${what}`,
};
