import type { Brought } from "@todo-mesh/chat-api/older";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backUp } from "./backup.ts";
import { inLanes } from "./in-lanes.ts";
import { openLeftFile } from "./left-file.ts";
import type { MeshAccess } from "./mesh-access.ts";
import { moveTasks } from "./move-tasks.ts";
import { progress } from "./progress.ts";
import { readThrough } from "./read-through.ts";
import { createTally, inWords, type Report } from "./report.ts";
import { type Snapshot, withSnapshot } from "./source.ts";

const AT_ONCE = 8;

interface Move {
  readonly task: Report["task"];
  readonly from: string;
  /** Holds backup, reports and what was left behind. */
  readonly folder: string;
  readonly mesh: () => MeshAccess;
}

/** Reads the older product as it is at one moment; a copy backs it up first, brings it over and reads it back. */
export async function move({ task, from, folder, mesh }: Move): Promise<Report> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const began = performance.now();
  return withSnapshot(from, async (snapshot) => {
    const backup = join(folder, "backup");
    if (task === "copy") await backUp(snapshot, from, backup);
    const access = task === "dry-run" ? undefined : mesh();
    try {
      const counts = await run(snapshot, { task, folder, access });
      const report: Report = {
        task,
        source: snapshot.source,
        at: new Date().toISOString(),
        ...counts,
        seconds: (performance.now() - began) / 1_000,
        left_file: leftFile(folder, task),
        ...(task === "copy" && { backup }),
      };
      writeFileSync(join(folder, `${task}.json`), `${JSON.stringify(report, undefined, 2)}\n`);
      writeFileSync(join(folder, `${task}.txt`), `${inWords(report)}\n`);
      return report;
    } finally {
      await access?.close();
    }
  });
}

const leftFile = (folder: string, task: Report["task"]): string =>
  join(folder, task === "verify" ? "left-behind.verify.ndjson" : "left-behind.ndjson");

interface Run extends Pick<Move, "task" | "folder"> {
  readonly access: MeshAccess | undefined;
}

async function run({ client }: Snapshot, { task, folder, access }: Run) {
  const tally = createTally();
  const left = openLeftFile(leftFile(folder, task));
  const now = new Date();
  const { rows } = await client.query<{ n: string }>("SELECT count(*) AS n FROM messages");
  const began = performance.now();
  const told = progress(Number(rows[0]?.n), tally.messages);
  const work = async (brought: Brought): Promise<void> => {
    if (!access) return tally.conversation("would-be-taken");
    if (task === "copy") {
      const came = await access.bring(brought);
      tally.conversation(came);
      if (came === "no-room") {
        tally.left(came, brought.number);
        left.write({ why: came, conversation: brought });
        return;
      }
    }
    tally.checked(await access.check(brought));
  };
  const all = readThrough(client, { tally, left, now });
  try {
    await inLanes(all, { keyOf: ({ userId }) => userId, atOnce: AT_ONCE }, work);
  } finally {
    told.end();
  }
  const conversation_seconds = (performance.now() - began) / 1_000;
  await moveTasks(client, { task, tally, left, access });
  left.end();
  return { ...tally.counts(), conversation_seconds };
}
