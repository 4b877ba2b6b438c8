import { inWaves } from "./order.ts";
import { endProcess, familyOf, isAlive, killAll, type Mark } from "./processes.ts";
import { forgetState, type PartRecord, readState } from "./state-file.ts";

/** Ends, in order, what a keeper that is gone has left running; answers with their names. */
export async function endLeftovers(folder: string): Promise<string[]> {
  const parts = livingParts(folder);
  const names = new Set(parts.map(({ name }) => name));
  const orphans = parts.map((part) => ({
    ...part,
    needs: part.needs.filter((need) => names.has(need)),
  }));
  for (const wave of inWaves(orphans).toReversed())
    await Promise.all(
      wave.map(async ({ mark, stopSignal, graceMs }) => endProcess(mark, stopSignal, graceMs)),
    );
  forgetState(folder);
  return [...names];
}

/** Ends them at once and without grace. */
export async function killLeftovers(folder: string): Promise<void> {
  await killAll(livingParts(folder).flatMap(({ mark }) => familyOf(mark)));
  forgetState(folder);
}

type Living = PartRecord & { readonly mark: Mark };

const livingParts = (folder: string): Living[] =>
  (readState(folder)?.parts ?? []).flatMap(({ mark, ...part }) =>
    mark && isAlive(mark) ? [{ ...part, mark }] : [],
  );
