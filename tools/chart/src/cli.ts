import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureChartTools } from "./programs.ts";
import { CHART, readme } from "./readme.ts";

const report = (line: string): void => void process.stderr.write(`${line}\n`);

/** `readme` writes the chart's README, for `pnpm configurations`; `tools` builds what the chart is checked with. */
const COMMANDS: Readonly<Record<string, () => Promise<void> | void>> = {
  readme: () => writeFileSync(join(CHART, "README.md"), readme()),
  tools: async () => void (await ensureChartTools({ env: process.env, report })),
};

const command = COMMANDS[process.argv[2] ?? ""];
if (!command) throw new Error(`Say one of ${Object.keys(COMMANDS).join(", ")}`);
await command();
