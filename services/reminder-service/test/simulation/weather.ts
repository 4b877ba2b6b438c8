import { type Dice } from "./dice.ts";
import { later, passed } from "./virtual-time.ts";

/** What may befall the parts of the mesh. */
const FAULTS = [
  "a replica dies",
  "the store is away",
  "the store's answers are lost",
  "the store leaves out what it has",
  "the broker is away",
  "the scheduler is away",
  "the scheduler loses its jobs",
  "the scheduler rings twice",
  "the scheduler rings early",
  "the scheduler rings late",
  "chat-api does not answer",
  "news is late",
  "news comes twice",
] as const;
export type Fault = (typeof FAULTS)[number];

/** So much before or after something happens a fault begins, and so long it lasts at most. */
const [BESIDE_MS, LONGEST_MS] = [4_000, 20_000];

export interface Weather {
  /** Whether this fault is under way. */
  is(fault: Fault): boolean;
  /** Whether it was under way at any time within these last milliseconds. */
  was(fault: Fault, withinMs: number): boolean;
  /** Hears of each fault as it begins. */
  onset(hear: (fault: Fault) => void): void;
  /** When the last of them is over, in milliseconds. */
  readonly calmFromMs: number;
  readonly plan: readonly string[];
}

/** At least five faults, each about one of these moments: where nothing happens none would harm. */
export function weatherBy(dice: Dice, moments: readonly number[]): Weather {
  const [over, hearers] = [new Map<Fault, number>(), new Array<(fault: Fault) => void>()];
  const plan = Array.from({ length: dice.between(5, 9) }, () => ({
    fault: dice.of(FAULTS),
    fromMs: Math.max(0, dice.of(moments) + dice.between(-BESIDE_MS, BESIDE_MS)),
    lastsMs: dice.between(200, LONGEST_MS),
  }));
  for (const { fault, fromMs, lastsMs } of plan)
    later(fromMs, () => {
      over.set(fault, Math.max(over.get(fault) ?? 0, fromMs + lastsMs));
      for (const hear of hearers) hear(fault);
    });
  const isWithin = (fault: Fault, ms: number): boolean => (over.get(fault) ?? 0) > passed() - ms;
  return {
    is: (fault) => isWithin(fault, 0),
    was: (fault, withinMs) => isWithin(fault, withinMs),
    onset: (hear) => void hearers.push(hear),
    calmFromMs: Math.max(...plan.map(({ fromMs, lastsMs }) => fromMs + lastsMs)),
    plan: plan.map(({ fault, fromMs, lastsMs }) => `${fault} from ${fromMs} ms for ${lastsMs} ms`),
  };
}
