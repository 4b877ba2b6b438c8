import type { Figure, Scenario } from "../figure.ts";
import { onMesh } from "../on-mesh.ts";
import { ring } from "../ring.ts";
import { rungFigures } from "../rung-figures.ts";
import { settings } from "../settings.ts";
import { percentile, spread } from "../statistics.ts";

const PER_SECOND = 100;

/** Reminders that come evenly, as on a busy day. */
export const steady: Scenario = {
  name: "steady",
  measure: async () =>
    onMesh({}, async (mesh) => {
      const count = PER_SECOND * settings.seconds;
      const offsets = Array.from({ length: count }, (_, n) => n * (1_000 / PER_SECOND));
      const rung = await ring(mesh, offsets);
      const late: Figure = {
        figure: "steady, due to in the inbox, p99",
        measured: percentile(rung.lateness, 0.99),
        unit: "ms",
        bar: "≤ 250 ms",
        note: `${PER_SECOND}/s for ${settings.seconds} s, ${rung.people} people: ${spread(rung.lateness)}`,
        details: { p50: percentile(rung.lateness, 0.5), max: percentile(rung.lateness, 1) },
      };
      return [late, ...rungFigures("steady", rung)];
    }),
};
