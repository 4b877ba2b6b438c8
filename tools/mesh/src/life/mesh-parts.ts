import { inWaves } from "./order.ts";
import { Part, type Surroundings } from "./part.ts";
import type { PartSpec } from "./spec.ts";

/** The parts of one mesh, started and stopped in the order of what they need. */
export class MeshParts {
  readonly all: readonly Part[];
  readonly #waves: PartSpec[][];

  constructor(specs: readonly PartSpec[], around: Surroundings) {
    this.all = specs.map((spec) => new Part(spec, around));
    this.#waves = inWaves(specs);
  }

  get(name: string): Part {
    const part = this.all.find((one) => one.name === name);
    if (part) return part;
    throw new Error(`There is no part ${name}, only ${this.all.map((one) => one.name).join(", ")}`);
  }

  /** Starts each part as soon as those it needs are ready. When one fails, none is left running. */
  async start(signal?: AbortSignal): Promise<void> {
    const failed = new AbortController();
    const both = AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]);
    const begun = new Map<string, Promise<void>>();
    const begin = async ({ name, needs, tries = 1 }: PartSpec) => {
      await Promise.all([...begun].flatMap(([one, ready]) => (needs.includes(one) ? [ready] : [])));
      both.throwIfAborted();
      await startWithin(tries, this.get(name), both);
    };
    for (const spec of this.#waves.flat()) begun.set(spec.name, begin(spec));
    try {
      await Promise.all(begun.values());
    } catch (error) {
      failed.abort(error);
      await Promise.allSettled(begun.values());
      await this.stop();
      throw error;
    }
  }

  /** Stops what nothing needs any more, until nothing is left. */
  async stop(): Promise<void> {
    for (const wave of this.#waves.toReversed())
      await Promise.all(wave.map(async ({ name }) => this.get(name).stop()));
  }
}

async function startWithin(tries: number, part: Part, signal: AbortSignal): Promise<void> {
  try {
    await part.start({ signal });
  } catch (error) {
    if (tries <= 1 || signal.aborted || part.pid !== undefined) throw error;
    await startWithin(tries - 1, part, signal);
  }
}
