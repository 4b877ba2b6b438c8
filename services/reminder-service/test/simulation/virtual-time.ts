import { registerHooks } from "node:module";
import { z } from "zod";

/*
 * Time that passes only when nothing else is left to do: a simulated day is over in milliseconds, and happens in the
 * same order each time. Loaded before anything else (`--import`), it takes the place of the timers of Node, of the
 * chance of `Math.random`, and of the clock behind `performance.now`.
 */

interface Waiting {
  readonly atMs: number;
  readonly nth: number;
  readonly go: () => void;
}

const { setImmediate: afterMicrotasks } = globalThis;
const realNow = performance.now.bind(performance);

// What Node does after each callback. To wait for a turn of its event loop instead costs as much as all that happens in one.
const settled: unknown = Reflect.get(process, "_tickCallback");
function settleMicrotasks(): void {
  if (typeof settled !== "function") throw new Error("This Node has no way to settle microtasks");
  settled.call(process);
}

let nowMs = 0;
let made = 0;
/** In the order of its time. */
let queue: Waiting[] = [];
let immediates: (() => void)[] = [];
const stopped = new Set<number>();
let random: () => number = () => 0;

function push(waiting: Waiting): void {
  const behind = queue.findLastIndex(({ atMs }) => atMs <= waiting.atMs);
  queue.splice(behind + 1, 0, waiting);
}

/** Does it once so many milliseconds have passed; answers how to let it be. */
export function later(ms: number, go: () => void): () => void {
  made += 1;
  const nth = made;
  push({ atMs: nowMs + Math.max(0, ms), nth, go });
  return () => void stopped.add(nth);
}

/** Lets so many milliseconds pass. */
export const pass = (ms: number): Promise<void> => new Promise((resolve) => later(ms, resolve));

/** How many milliseconds have passed since the beginning. */
export const passed = (): number => nowMs;

/** The real clock, for how long a run takes. */
export const really = realNow;

/** Forgets all that waits, and begins at 0. */
export function beginAnew(roll: () => number): void {
  [nowMs, made, queue, immediates, random] = [0, 0, [], [], roll];
  stopped.clear();
}

/** Lets all happen that is to happen until then, in the order of its time. */
export const runUntil = (endMs: number): Promise<void> =>
  new Promise((resolve) => afterMicrotasks(() => resolve(playUntil(endMs))));

function playUntil(endMs: number): void {
  for (;;) {
    settleMicrotasks();
    if (immediates.length > 0) {
      for (const go of immediates.splice(0)) go();
      continue;
    }
    const [next] = queue;
    if (!next || next.atMs > endMs) {
      nowMs = endMs;
      return;
    }
    queue.shift();
    if (stopped.delete(next.nth)) continue;
    nowMs = Math.max(nowMs, next.atMs);
    next.go();
  }
}

class Handle {
  readonly stop: () => void;
  constructor(stop: () => void) {
    this.stop = stop;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

Math.random = () => random();
performance.now = () => nowMs;
Object.assign(globalThis, {
  setTimeout: (go: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    new Handle(later(ms, () => go(...args))),
  clearTimeout: (handle: unknown): void => {
    if (handle instanceof Handle) handle.stop();
  },
  setImmediate: (go: (...args: unknown[]) => void, ...args: unknown[]): void =>
    void immediates.push(() => go(...args)),
});

/** A line of one file is wrong in this run, to see that it is found out. */
const Planted = z.object({ file: z.string(), right: z.string(), wrong: z.string() });
const planted =
  process.env["PLANTED"] === undefined
    ? undefined
    : Planted.parse(JSON.parse(process.env["PLANTED"]));

const bytesOf = (source: string | ArrayBuffer | NodeJS.TypedArray | undefined | null) =>
  typeof source === "string" ? new TextEncoder().encode(source) : (source ?? undefined);

const PROMISES = new URL("virtual-timers.ts", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "node:timers/promises"
      ? { url: PROMISES, format: "module-typescript", shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!planted || !url.endsWith(planted.file)) return loaded;
    const source = new TextDecoder().decode(bytesOf(loaded.source));
    if (source.split(planted.right).length !== 2)
      throw new Error(`Not once in ${url}: ${planted.right}`);
    return { ...loaded, source: source.replace(planted.right, () => planted.wrong) };
  },
});
