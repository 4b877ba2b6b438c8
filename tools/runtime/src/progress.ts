const HEARTBEAT_MS = 10_000;

export interface Progress {
  /** What is being done just now; told with the next heartbeat. */
  at(status: string): void;
  say(text: string): void;
  end(): void;
}

/** Tells people in whole lines, at least every ten seconds, that `title` is getting on. */
export function startProgress(title: string, report: (line: string) => void): Progress {
  const began = performance.now();
  let status = "waiting for another build of it to end";
  const say = (text: string) => report(`${title}: ${text} (${clock(performance.now() - began)})`);
  const heartbeat = setInterval(() => say(status), HEARTBEAT_MS);
  return {
    at: (text) => {
      status = text;
    },
    say,
    end: () => clearInterval(heartbeat),
  };
}

/** 65 000 ms is 1:05. */
export function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
