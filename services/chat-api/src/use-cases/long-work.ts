import { yieldNow } from "@todo-mesh/kit";
import { AppError } from "@todo-mesh/ports";

/** Who waits for long work. */
export interface Caller {
  readonly userId: string;
  /** Aborted once nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Does a part of long work when its turn has come. `unavailable` once the caller has left. */
export type Part = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Long work under way; whoever began it ends it, however it went. */
interface LongWork {
  readonly part: Part;
  readonly end: () => void;
}

/**
 * Begins what takes many parts: travel, erasing, an export. A person has one at a time, two more wait for it, and
 * any beyond are `too-many`. Whoever has left while waiting hears of it at the first part.
 */
export type BeginLongWork = (caller: Caller) => Promise<LongWork>;

const MOST_WAITING = 2;

/**
 * Parts of different people go in turns, `partsAtOnce` over all: however many have long work, what is short waits for
 * so many parts at most.
 */
export function createLongWork({ partsAtOnce = 2 } = {}): BeginLongWork {
  const lines = new Map<string, Gate>();
  const turns = gate(partsAtOnce);

  return async ({ userId, signal }) => {
    const line = lines.get(userId) ?? gate(1);
    if (line.waiting() > MOST_WAITING - 1) throw tooMuch();
    lines.set(userId, line);
    await line.enter();
    const end = (): void => {
      line.leave();
      if (line.isIdle()) lines.delete(userId);
    };
    const part: Part = async (work) => {
      await yieldNow();
      await turns.enter();
      try {
        refuseIfLeft(signal);
        return await work();
      } finally {
        turns.leave();
      }
    };
    return { part, end };
  };
}

/** Begins long work, does it and ends it. */
export async function inParts<Result>(
  begin: BeginLongWork,
  caller: Caller,
  work: (part: Part) => Promise<Result>,
): Promise<Result> {
  const { part, end } = await begin(caller);
  try {
    return await work(part);
  } finally {
    end();
  }
}

type Gate = ReturnType<typeof gate>;

/** Lets so many in at once; the others come in the order of their coming. */
function gate(most: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    waiting: () => waiting.length,
    isIdle: () => inside === 0,
    enter: async (): Promise<void> => {
      if (inside < most) inside += 1;
      else await new Promise<void>((go) => waiting.push(go));
    },
    leave: (): void => {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    },
  };
}

function refuseIfLeft(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true)
    throw new AppError("unavailable", "This was broken off: ask again, and it goes on");
}

const tooMuch = (): AppError =>
  new AppError(
    "too-many",
    "An export, an erasing or a journey of yours runs already and others wait for it: ask again when they are done",
  );
