import { simulate } from "./simulate.ts";
import { really } from "./virtual-time.ts";

/*
 * node --import ./virtual-time.ts main.ts FROM COUNT [only as many faults as this]
 * Plays the seeds from FROM on and says what came of them, as one line of JSON.
 */
const [from = "1", count = "100", most = "20"] = process.argv.slice(2);
const began = really();
const failed = [];
let rang = 0;
let played = 0;
for (let seed = Number(from); seed < Number(from) + Number(count); seed += 1) {
  const outcome = await simulate(seed);
  played += 1;
  rang += outcome.rang;
  if (outcome.faults.length > 0) failed.push({ ...outcome, again: `make simulate SEED=${seed}` });
  if (failed.length >= Number(most)) break;
}
process.stdout.write(`${JSON.stringify({ played, rang, took: really() - began, failed })}\n`);
