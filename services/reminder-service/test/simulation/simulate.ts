import type { Task } from "@todo-mesh/contracts";
import { minuteOf, wishesOf } from "../model/paper.ts";
import { diceOf } from "./dice.ts";
import { aMesh } from "./mesh.ts";
import { faultsOf, shown } from "./verdict.ts";
import { LAST_MINUTE, versionsBy } from "./versions.ts";
import { beginAnew, runUntil } from "./virtual-time.ts";
import { weatherBy } from "./weather.ts";

const WELL_AGAIN_MS = 30_000;
const END_MS = LAST_MINUTE * 60_000 + WELL_AGAIN_MS;

/** When versions are made, and when what they want is due. */
const momentsOf = (versions: readonly Task[]): number[] =>
  versions
    .flatMap((task) => [minuteOf(task.updated_at), ...wishesOf(task).map(({ at }) => at)])
    .filter((minute) => minute >= 0 && minute <= LAST_MINUTE)
    .map((minute) => Math.round(minute * 60_000));

/** What came of one seed. */
export interface Outcome {
  readonly seed: number;
  readonly rang: number;
  /** Why it is not as it should be; nothing if it is. */
  readonly faults: readonly string[];
  /** What befell it, for whoever looks into it. */
  readonly plan: readonly string[];
}

/** A task, some versions of it, and two replicas for a quarter of an hour in bad weather. The same for one seed, each time. */
export async function simulate(seed: number): Promise<Outcome> {
  const dice = diceOf(seed);
  beginAnew(() => dice.roll());
  const versions = versionsBy(dice);
  const weather = weatherBy(dice, momentsOf(versions));
  const { store, publisher, silentAt, heard } = aMesh(versions, weather, dice);
  await runUntil(Math.max(END_MS, weather.calmFromMs + WELL_AGAIN_MS));
  const said = shown(publisher.published);
  const faults = faultsOf(
    { said, rows: store.rows(), silentAt, heard: heard() },
    versions,
    weather,
  );
  const told = versions.map((task) => JSON.stringify(task));
  return { seed, rang: said.length, faults, plan: [...weather.plan, ...told] };
}
