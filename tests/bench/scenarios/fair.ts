import { once } from "node:events";
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Mesh } from "@todo-mesh/mesh";
import { type Crowd, gather } from "../crowd.ts";
import { GREEDY } from "../fair/cases.ts";
import { type Seen, watchOthers } from "../fair/others.ts";
import type { Figure, Scenario } from "../figure.ts";
import { onMesh } from "../on-mesh.ts";
import { shownInAll, warmUp } from "../reminders.ts";
import { settings } from "../settings.ts";
import { percentile, readable, spread } from "../statistics.ts";
import { tally } from "../tally.ts";
import { tell } from "../tell.ts";

const GREEDY_PERSON = fileURLToPath(new URL("../fair/greedy.ts", import.meta.url));
const PEOPLE = 12;
const CONNECTIONS = 48;
const PHASE_MS = Math.min(20_000, Math.max(5_000, settings.seconds * 125));
const KINDS = ["reads", "writes", "chat"] as const;

/** What other people notice while one person takes all they can get: each case beside a quiet time right before it. */
export const fair: Scenario = {
  name: "fair",
  // The limits of everyday: they are what is measured.
  measure: async () =>
    onMesh({ env: { "chat-api": {} } }, async (mesh) => {
      const crowd = await gather(mesh, { people: PEOPLE, connections: CONNECTIONS });
      const greedy = await greedyPerson(mesh);
      try {
        await warmUp(crowd);
        await greedy.tell("settle in");
        return await measureAll(crowd, greedy);
      } finally {
        greedy.end();
        crowd.close();
      }
    }),
};

type Greedy = Awaited<ReturnType<typeof greedyPerson>>;

async function greedyPerson(mesh: Mesh) {
  const user = "greedy";
  const who = { url: mesh.publicUrl(), user, token: await mesh.token(user) };
  const child = fork(GREEDY_PERSON, [JSON.stringify(who)]);
  return {
    /** Resolves once it is so, with how many answers of which status there were since it was told something last. */
    tell: async (what: string): Promise<string> => {
      const done = once(child, "message");
      child.send(what);
      const [statuses] = z
        .tuple([z.array(z.tuple([z.int(), z.int()])), z.unknown()])
        .parse(await done);
      return statuses.map(([status, count]) => `${count} × ${status}`).join(", ");
    },
    end: () => void child.kill(),
  };
}

async function measureAll(crowd: Crowd, greedy: Greedy): Promise<Figure[]> {
  const rounds: { readonly name: string; readonly quiet: Seen; readonly beside: Seen }[] = [];
  for (const { name } of GREEDY.filter((one) => one.name.includes(settings.oneCase))) {
    const quiet = await watchOthers(crowd, PHASE_MS);
    await greedy.tell(name);
    const beside = await watchOthers(crowd, PHASE_MS);
    tell(`  ${name}: ${await greedy.tell("stop")}`);
    rounds.push({ name, quiet, beside });
  }
  const shown = await shownInAll(crowd);
  const late = (seen: readonly Seen[]) =>
    tally(
      seen.flatMap(({ promised }) => promised),
      shown,
    );
  const quiet = rounds.map((round) => round.quiet);
  const calm = (kind: (typeof KINDS)[number]) => quiet.flatMap((seen) => seen[kind]);
  return [
    ...KINDS.map((kind) => plain(`quiet, ${kind}, p99`, calm(kind))),
    reminders("quiet", late(quiet)),
    ...rounds.flatMap(({ name, beside }) => [
      ...KINDS.map((kind) => ratio(`${name}: ${kind}`, beside[kind], calm(kind))),
      {
        figure: `${name}: others' failed requests`,
        measured: beside.failed,
        unit: "",
        bar: "0",
      } as const,
      reminders(name, late([beside])),
    ]),
  ];
}

const plain = (figure: string, took: readonly number[]): Figure => ({
  figure,
  measured: percentile(took, 0.99),
  unit: "ms",
  note: spread(took),
});

const ratio = (figure: string, beside: readonly number[], calm: readonly number[]): Figure => ({
  figure: `${figure}, others' p99 against quiet`,
  measured: percentile(beside, 0.99) / percentile(calm, 0.99),
  unit: "×",
  bar: "≤ 2×",
  note: `${spread(beside)}; p95 ${readable(percentile(beside, 0.95))} ms`,
});

function reminders(
  name: string,
  { lost, doubled, early, lateness }: ReturnType<typeof tally>,
): Figure {
  return {
    figure: `${name}: others' reminders, the latest`,
    measured: percentile(lateness, 1),
    unit: "ms",
    bar: "≤ 250 ms",
    note: `${spread(lateness)}; lost ${lost}, doubled ${doubled}, early ${early}`,
    details: { lost, doubled, early },
  };
}
