import { say } from "./say.ts";

const EVERY_MS = 5_000;
/** How fast it is lately is told by so many looks: half a minute. */
const LATELY = 6;

/** How many messages there were after so many seconds. */
export interface Look {
  readonly seconds: number;
  readonly messages: number;
}

const BEGUN: Look = { seconds: 0, messages: 0 };

/**
 * In how many seconds it will be done, at least and at most: as fast as over all, and as fast as lately. Undefined where
 * nothing comes.
 */
export function foreseen(
  total: number,
  looks: readonly Look[],
): readonly [least: number, most: number] | undefined {
  const now = looks.at(-1) ?? BEGUN;
  const left = [BEGUN, looks[0] ?? BEGUN].map(
    (then) =>
      ((total - now.messages) * (now.seconds - then.seconds)) / (now.messages - then.messages),
  );
  if (!left.every(Number.isFinite)) return undefined;
  return [Math.ceil(Math.min(...left)), Math.ceil(Math.max(...left))];
}

/** Tells now and then how far it is, how fast, and how long it will take yet. */
export function progress(total: number, messages: { readonly found: number }) {
  const began = performance.now();
  const looks: Look[] = [BEGUN];
  const tell = (): void => {
    const seconds = (performance.now() - began) / 1_000;
    looks.push({ seconds, messages: messages.found });
    if (looks.length > LATELY) looks.shift();
    const perSecond = Math.round(messages.found / seconds);
    const mb = Math.round(process.memoryUsage.rss() / 1_048_576);
    const left = foreseen(total, looks)?.join(" to ") ?? "nobody knows how many";
    say.aside(
      `${messages.found} of ${total} messages, ${perSecond} a second, ${left} s left, ${mb} MB`,
    );
  };
  const timer = setInterval(tell, EVERY_MS);
  return {
    end: (): void => {
      clearInterval(timer);
      tell();
    },
  };
}
