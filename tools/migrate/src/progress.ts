import { say } from "./say.ts";

const EVERY_MS = 5_000;

/** Tells now and then how far it is, how fast, and how long it will take yet. */
export function progress(total: number, messages: { readonly found: number }) {
  const began = performance.now();
  const tell = (): void => {
    const seconds = (performance.now() - began) / 1_000;
    const perSecond = messages.found / seconds;
    const left = perSecond > 0 ? Math.ceil((total - messages.found) / perSecond) : 0;
    const mb = Math.round(process.memoryUsage.rss() / 1_048_576);
    say.aside(
      `${messages.found} of ${total} messages, ${Math.round(perSecond)} a second, ${left} s left, ${mb} MB`,
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
