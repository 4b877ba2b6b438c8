import { expect, test } from "@jest/globals";
import type { Mesh } from "@todo-mesh/mesh";
import { audit, sayStages } from "./random-kills/audit.ts";
import { killAtRandom } from "./random-kills/kills.ts";
import { setReminders } from "./random-kills/setting.ts";

const REMINDERS = Number(process.env["FAULTS_REMINDERS"] ?? 1_500);
const A_SECOND = 12;
// A machine that is busy with other things as well is slower than the bar of the figures, 8 s.
const MAY_BE_LATE_MS = 30_000;

/** Whatever dies, as it happens to: `FAULTS_REMINDERS` says for how many reminders, `FAULTS_SEED` in which order, `FAULTS_PARTS` what alone is killed ("kafka scheduler"). */
export function killedAtRandom(mesh: () => Mesh): void {
  test(
    "of what was acknowledged none is lost, doubled or early",
    async () => {
      const seed = Number(process.env["FAULTS_SEED"] ?? Date.now() % 100_000);
      const kills = killAtRandom(mesh(), partsToKill(mesh()), seed);
      const acknowledged = await setReminders(mesh(), REMINDERS, A_SECOND);
      const killed = await kills.end();
      const found = await audit(acknowledged);
      process.stdout.write(`seed ${seed}: ${await sayStages(mesh(), found, killed)}\n`);
      expect({ lost: found.lost, doubled: found.doubled, early: found.early }).toEqual({
        lost: [],
        doubled: [],
        early: [],
      });
      expect(found.lateMs.filter((ms) => ms > MAY_BE_LATE_MS)).toHaveLength(0);
    },
    (REMINDERS / A_SECOND) * 1_000 + 240_000,
  );
}

const partsToKill = (mesh: Mesh): readonly string[] =>
  process.env["FAULTS_PARTS"]?.split(" ") ?? mesh.partNames().filter((name) => name !== "sentry");
