import { readFileSync } from "node:fs";
import { join } from "node:path";
import { valueRows } from "./value-rows.ts";

export const CHART = join(import.meta.dirname, "..", "..", "..", "charts", "todo-mesh");

const FROM = "<!-- values: made of the comments of values.yaml by `pnpm configurations` -->";
const TO = "<!-- end of values -->";

/** README.md of the chart with the table of its values anew; what stands around the table is written by hand. */
export function readme(
  text = readFileSync(join(CHART, "README.md"), "utf8"),
  values = readFileSync(join(CHART, "values.yaml"), "utf8"),
): string {
  const [before, rest] = text.split(FROM);
  const after = rest?.split(TO)[1];
  if (before === undefined || after === undefined)
    throw new Error(`README.md lacks ${FROM} or ${TO}`);
  const rows = valueRows(values).map(
    ({ name, about, value }) => `| \`${name}\` | \`${cell(value)}\` | ${cell(about)} |`,
  );
  const table = ["| value | unless said | what |", "| --- | --- | --- |", ...rows].join("\n");
  return `${before}${FROM}\n\n${table}\n\n${TO}${after}`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
