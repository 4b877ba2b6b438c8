import { useEffect, useState } from "react";

const EVERY_MS = 20_000;

/** The present, to the minute: a page that is left open knows when it is tomorrow. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const look = (): void =>
      setNow((known) => {
        const present = new Date();
        return Math.floor(+present / 60_000) === Math.floor(+known / 60_000) ? known : present;
      });
    const timer = setInterval(look, EVERY_MS);
    // A hidden page's timers sleep.
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return now;
}
