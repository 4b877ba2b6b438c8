import { type ReactNode, useState } from "react";
import { words } from "../words/words.ts";
import { useChoose } from "./use-preferences.ts";
import { otherZoneHere, zone } from "./writing.ts";

const STAYED = "stayed";
const said = (name: string): string => name.replaceAll("_", " ");

/** Whoever opens the page in another zone than theirs is asked once which one holds: nothing moves by itself. */
export function ZoneQuestion({ now }: { readonly now: Date }): ReactNode {
  const [stayed, setStayed] = useState(() => localStorage.getItem(STAYED));
  const { mutate } = useChoose();
  const here = otherZoneHere(now);
  if (here === undefined || stayed === here) return null;
  const stay = (): void => {
    localStorage.setItem(STAYED, here);
    setStayed(here);
  };
  return (
    <p className="zone-question" role="status">
      {words.preferences.here(said(here))}
      <button type="button" className="link" onClick={() => mutate({ timezone: here })}>
        {words.preferences.takeHere(said(here))}
      </button>
      <button type="button" className="link" onClick={stay}>
        {words.preferences.stay(said(zone))}
      </button>
    </p>
  );
}
