import { randomUUID } from "node:crypto";
import { setTimeout as settle } from "node:timers/promises";
import type { Task } from "@todo-mesh/contracts";
import { cpuFigure } from "../cpu-figure.ts";
import { gather } from "../crowd.ts";
import type { Figure, Scenario } from "../figure.ts";
import { asFastAsItGoes, atRate, type Load } from "../load.ts";
import { onMesh } from "../on-mesh.ts";
import { cpuOf, cpuPer } from "../processes.ts";
import { openRowsByHand } from "../rows-by-hand.ts";
import { settings } from "../settings.ts";
import { median, percentile, readable, spread } from "../statistics.ts";

const PEOPLE = 50;
const CONNECTIONS = 32;
const ROUNDS = 5;
const AIM_PER_SECOND = 300;
// For what follows an acknowledgement: the news goes round, the timer and its job are set.
const SETTLE_MS = 5_000;
// Far enough not to ring here, near enough to get its job at once.
const DUE_IN_MS = 2 * 3_600_000;

/** How many reminders can be set in a second, and how long each takes to be acknowledged. */
export const setting: Scenario = {
  name: "setting",
  measure: async () =>
    onMesh({}, async (mesh) => {
      const crowd = await gather(mesh, { people: PEOPLE, connections: CONNECTIONS });
      const byHand = await openRowsByHand(mesh, { connections: CONNECTIONS });
      try {
        const set = async (n: number) =>
          (crowd.people[n % PEOPLE] ?? crowd.people[0]).add(`reminder ${n}`, dueOf(n));
        const write = async (n: number) => byHand.write(aTask(n));
        const ms = Math.min(2, settings.seconds / ROUNDS) * 1_000;
        const rounds: { mesh: Load; hand: Load }[] = [];
        await asFastAsItGoes(set, { atOnce: CONNECTIONS, ms });
        for (let n = 0; n < ROUNDS; n += 1)
          rounds.push({
            mesh: await asFastAsItGoes(set, { atOnce: CONNECTIONS, ms }),
            hand: await asFastAsItGoes(write, { atOnce: CONNECTIONS, ms }),
          });
        await settle(SETTLE_MS);
        const before = cpuOf(mesh);
        const aimed = await atRate(set, { perSecond: AIM_PER_SECOND, ms: ms * ROUNDS });
        await settle(SETTLE_MS);
        const cpu = cpuPer(aimed.took.length, before, cpuOf(mesh));
        return [...figuresOf(rounds, aimed), cpuFigure("setting", cpu)];
      } finally {
        crowd.close();
        await byHand.close();
      }
    }),
};

function figuresOf(rounds: readonly { mesh: Load; hand: Load }[], aimed: Load): Figure[] {
  const mesh = median(rounds.map((round) => round.mesh.perSecond));
  const hand = median(rounds.map((round) => round.hand.perSecond));
  const ratio = median(rounds.map((round) => round.hand.perSecond / round.mesh.perSecond));
  const took = rounds.flatMap((round) => round.mesh.took);
  const tookByHand = rounds.flatMap((round) => round.hand.took);
  return [
    {
      figure: "setting, acknowledged, as fast as it goes",
      measured: mesh,
      unit: "/s",
      bar: "≥ 300/s",
      note: `${CONNECTIONS} connections: ${spread(took)}`,
      details: {
        p50: median(took),
        p99: percentile(took, 0.99),
        rounds: rounds.map((round) => round.mesh.perSecond),
      },
    },
    {
      figure: `setting, acknowledged, ${AIM_PER_SECOND}/s, p99`,
      measured: percentile(aimed.took, 0.99),
      unit: "ms",
      bar: "≤ 50 ms",
      note: `timed from when each was due to be sent, ${readable(aimed.perSecond)}/s done: ${spread(aimed.took)}`,
      details: { p50: median(aimed.took), per_second: aimed.perSecond },
    },
    {
      figure: "setting, the same rows straight into PostgreSQL",
      measured: ratio,
      unit: "×",
      note: `${readable(hand)}/s by ${CONNECTIONS} connections, one transaction for each: ${spread(tookByHand)}`,
      details: { per_second: hand, rounds: rounds.map((round) => round.hand.perSecond) },
    },
  ];
}

const dueOf = (n: number): Date => new Date(Date.now() + DUE_IN_MS + n * 10);

function aTask(n: number): Task {
  const due = dueOf(n).toISOString();
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    user_id: `user-${n % PEOPLE}`,
    title: `reminder ${n}`,
    status: "open",
    due: { local: due.slice(0, -1), timezone: "UTC", at: due },
    version: 1,
    change_id: randomUUID(),
    created_at: now,
    updated_at: now,
  };
}
