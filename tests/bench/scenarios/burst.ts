import type { Figure, Scenario } from "../figure.ts";
import { onMesh } from "../on-mesh.ts";
import { ring } from "../ring.ts";
import { rungFigures } from "../rung-figures.ts";
import { settings } from "../settings.ts";
import { percentile, spread } from "../statistics.ts";

/** Everybody's reminder at nine o'clock. */
export const burst: Scenario = {
  name: "burst",
  measure: async () =>
    onMesh({}, async (mesh) => {
      const count = settings.reminders;
      const rung = await ring(
        mesh,
        Array.from({ length: count }, () => 0),
      );
      const lastSeconds = percentile(rung.lateness, 1) / 1_000;
      const last: Figure = {
        figure: `burst, ${count} due at once, the last in the inbox`,
        measured: lastSeconds,
        unit: "s",
        bar: "≤ 10 s for 10000",
        note: `${Math.round(count / lastSeconds)}/s, ${rung.people} people: ${spread(rung.lateness)}`,
        details: { p50: percentile(rung.lateness, 0.5), p99: percentile(rung.lateness, 0.99) },
      };
      return [last, ...rungFigures("burst", rung)];
    }),
};
