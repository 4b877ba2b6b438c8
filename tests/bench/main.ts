import { inspect } from "node:util";
import { writeResults } from "./result-file.ts";
import type { Measured, Scenario } from "./figure.ts";
import { loadNow, machineFacts } from "./machine.ts";
import { burst } from "./scenarios/burst.ts";
import { chat } from "./scenarios/chat.ts";
import { fairReminders } from "./scenarios/fair-reminders.ts";
import { fair } from "./scenarios/fair.ts";
import { lists } from "./scenarios/lists.ts";
import { memory } from "./scenarios/memory.ts";
import { page } from "./scenarios/page.ts";
import { replicas } from "./scenarios/replicas.ts";
import { rivals } from "./scenarios/rivals.ts";
import { setting } from "./scenarios/setting.ts";
import { sidecar } from "./scenarios/sidecar.ts";
import { start } from "./scenarios/start.ts";
import { steady } from "./scenarios/steady.ts";
import { tell } from "./tell.ts";
import { tableOf } from "./table.ts";

const SCENARIOS = [
  start,
  memory,
  sidecar,
  lists,
  chat,
  setting,
  steady,
  burst,
  replicas,
  rivals,
  fair,
  fairReminders,
  page,
];

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
  if (wanted.length === 0 || wanted.includes(scenario.name)) await measure(scenario);

process.stdout.write(`\n${tableOf(results)}\n\n`);
tell(`Also in ${await writeResults({ machine, results })}`);

/** One that fails costs minutes of others no result. */
async function measure(scenario: Scenario): Promise<void> {
  const loadBefore = loadNow();
  tell(`${scenario.name}: measuring`);
  try {
    const figures = await scenario.measure();
    results.push({ scenario: scenario.name, loadBefore, loadAfter: loadNow(), figures });
  } catch (error) {
    tell(`${scenario.name} could not be measured: ${inspect(error)}`);
    process.exitCode = 1;
  }
}
