import { writeResults } from "./result-file.ts";
import type { Measured, Scenario } from "./figure.ts";
import { loadNow, machineFacts } from "./machine.ts";
import { burst } from "./scenarios/burst.ts";
import { memory } from "./scenarios/memory.ts";
import { setting } from "./scenarios/setting.ts";
import { sidecar } from "./scenarios/sidecar.ts";
import { start } from "./scenarios/start.ts";
import { steady } from "./scenarios/steady.ts";
import { tell } from "./tell.ts";
import { tableOf } from "./table.ts";

const SCENARIOS = [start, memory, sidecar, setting, steady, burst];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SCENARIOS.some((one) => one.name === name));
if (unknown.length > 0) {
  const names = SCENARIOS.map(({ name }) => name).join(", ");
  tell(`There is no scenario ${unknown.join(", ")}. There are: ${names}`);
  process.exit(2);
}

const machine = await machineFacts();
const results: Measured[] = [];
for (const scenario of SCENARIOS)
  if (wanted.length === 0 || wanted.includes(scenario.name)) results.push(await measured(scenario));

process.stdout.write(`\n${tableOf(results)}\n\n`);
tell(`Also in ${await writeResults({ machine, results })}`);

async function measured({ name, measure }: Scenario): Promise<Measured> {
  const loadBefore = loadNow();
  tell(`${name}: measuring`);
  const figures = await measure();
  return { scenario: name, loadBefore, loadAfter: loadNow(), figures };
}
