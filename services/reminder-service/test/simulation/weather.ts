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
  "news overtakes other news",
  "a clock is set forward",
  "a clock is set back",
] as const;
export type Fault = (typeof FAULTS)[number];

/** So long before or after something happens a fault begins, and so long it lasts at most. */
const [BEFORE_MS, AFTER_MS, LONGEST_MS] = [10_000, 3_000, 20_000];

export interface Weather {
  /** Whether this fault is under way. */
  is(fault: Fault): boolean;
  /** Hears of each fault as it begins, with how long it lasts. */
  onset(hear: (fault: Fault, lastsMs: number) => void): void;
  /** Whether none was under way between these moments. */
  isCalm(fromMs: number, untilMs: number): boolean;
  /** When the last of them is over, in milliseconds. */
  readonly calmFromMs: number;
  readonly plan: readonly string[];
}

/** What harms most where it meets something else comes more often. */
const DRAWN: readonly Fault[] = [
  ...FAULTS,
  "a replica dies",
  "the broker is away",
  "the scheduler is away",
  "the store's answers are lost",
];
const MOMENTS = 2;

/** At least six faults, all about a few of these moments: where nothing happens none would harm, and together they harm more. */
export function weatherBy(dice: Dice, moments: readonly number[]): Weather {
  const over = new Map<Fault, number>();
  const hearers: ((fault: Fault, lastsMs: number) => void)[] = [];
  const about = Array.from({ length: MOMENTS }, () => dice.of(moments));
  const plan = Array.from({ length: dice.between(6, 11) }, () => ({
    fault: dice.of(DRAWN),
    fromMs: Math.max(0, dice.of(about) + dice.between(-BEFORE_MS, AFTER_MS)),
    lastsMs: dice.between(200, LONGEST_MS),
  }));
  for (const { fault, fromMs, lastsMs } of plan)
    later(fromMs, () => {
      over.set(fault, Math.max(over.get(fault) ?? 0, fromMs + lastsMs));
      for (const hear of hearers) hear(fault, lastsMs);
    });
  return {
    is: (fault) => (over.get(fault) ?? 0) > passed(),
    onset: (hear) => void hearers.push(hear),
    isCalm: (from, until) =>
      plan.every(({ fromMs, lastsMs }) => fromMs > until || fromMs + lastsMs < from),
    calmFromMs: Math.max(...plan.map(({ fromMs, lastsMs }) => fromMs + lastsMs)),
    plan: plan.map(({ fault, fromMs, lastsMs }) => `${fault} from ${fromMs} ms for ${lastsMs} ms`),
  };
}
