import { execFileSync } from "node:child_process";
import process from "node:process";
import { expect, test } from "@jest/globals";
import { tellCorpus } from "./tell-corpus.ts";

const PATIENCE_MS = 60_000;

/** The corpus as a process tells it whose zone is this. */
function toldIn(zone: string): unknown {
  const program = `
    import { tellCorpus } from ${JSON.stringify(new URL("./tell-corpus.ts", import.meta.url).href)};
    process.stdout.write(JSON.stringify(tellCorpus()));
  `;
  const args = ["--conditions=@todo-mesh/source", "--input-type=module", "--eval", program];
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: "" };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" }));
}

test.each([
  ["America/St_Johns", 210],
  ["Pacific/Kiritimati", 640],
  ["UTC", 0],
])(
  "every sentence means the same on a server in %s",
  (zone, offset) => {
    expect(toldIn(zone)).toEqual({ offset, told: tellCorpus().told });
  },
  PATIENCE_MS,
);
