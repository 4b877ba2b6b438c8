import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { isWell, tally, type Tally, TestReport, together, verdict } from "./tally.ts";

const LINES_OF_A_FAILURE = 15;

const { values, positionals } = parseArgs({
  options: { "failed-step": { type: "string", multiple: true, default: [] } },
  allowPositionals: true,
});

const steps = values["failed-step"].map((step) => failure(step, "This step failed; see above."));
const all = together([...steps, ...(await Promise.all(positionals.map(read)))]);
for (const { what, why } of all.failures)
  process.stdout.write(`FAILED ${what.replace(`${process.cwd()}/`, "")}\n${indented(why)}`);
process.stdout.write(`${verdict(all)}\n`);
process.exitCode = isWell(all) ? 0 : 1;

/** A report that is missing or broken is a failure by itself: whoever had to write it did not end. */
async function read(file: string): Promise<Tally> {
  try {
    return tally(TestReport.parse(JSON.parse(await readFile(file, "utf8"))));
  } catch (error) {
    return failure(
      `the tests of ${basename(file, ".json")}`,
      `They left no report: ${String(error)}`,
    );
  }
}

function failure(what: string, why: string): Tally {
  return { passed: 0, skipped: 0, failures: [{ what, why }] };
}

/** The beginning of it, without the test runner's own frames. */
function indented(why: string): string {
  const lines = stripVTControlCharacters(why)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s+at .*(node_modules|node:)/.test(line));
  return lines
    .slice(0, LINES_OF_A_FAILURE)
    .map((line) => `    ${line}\n`)
    .join("");
}
