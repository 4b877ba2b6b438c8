import type { Figure, Scenario } from "../figure.ts";
import { type GreedyReminders, greedyReminders } from "../greedy-reminders.ts";
import { onMesh } from "../on-mesh.ts";
import { settings } from "../settings.ts";
import { median, percentile, readable, spread } from "../statistics.ts";

const MANY = 3_000;

/** One person has thousands of reminders due in one second; others have one each second. */
export const fairReminders: Scenario = {
  name: "fair-reminders",
  measure: async () =>
    onMesh({}, async (mesh) => {
      const many = Math.min(MANY, settings.reminders);
      return figuresOf(await greedyReminders(mesh, { many }), many);
    }),
};

function figuresOf({ quiet, greedy, ownLateness }: GreedyReminders, many: number): Figure[] {
  const { lateness } = greedy;
  const ratio = percentile(lateness, 0.99) / percentile(quiet.lateness, 0.99);
  return [
    {
      figure: `fair-reminders, others' due to in the inbox while one has ${many} due, max`,
      measured: percentile(lateness, 1),
      unit: "ms",
      bar: "≤ 250 ms",
      note: `p95 ${readable(percentile(lateness, 0.95))}, ${spread(lateness)}; p99 ${readable(ratio)}× of quiet (${spread(quiet.lateness)})`,
      details: { p50: median(lateness), p99: percentile(lateness, 0.99) },
    },
    {
      figure: "fair-reminders, the greedy one's own last",
      measured: percentile(ownLateness, 1) / 1_000,
      unit: "s",
      note: spread(ownLateness),
    },
    none("lost", quiet.lost + greedy.lost),
    none("doubled", quiet.doubled + greedy.doubled),
    none("early", quiet.early + greedy.early),
  ];
}

const none = (what: string, measured: number): Figure => ({
  figure: `fair-reminders, others', ${what}`,
  measured,
  unit: "",
  bar: "0",
});
