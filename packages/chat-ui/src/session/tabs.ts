import type { OpenSession } from "./open-session.ts";

/** What the tabs of one browser tell each other of who is signed in. */
type Told =
  | { readonly ask: true }
  | { readonly session: OpenSession }
  /** This person signed out: in all tabs. */
  | { readonly out: string };

/** A tab that nobody looks at may be slow to answer. */
const OTHER_TABS_MS = 5_000;
const SIGNED_IN = "todo-mesh-signed-in";
const tabs = new BroadcastChannel("todo-mesh-session");

export const tellTabs = (told: Told): void => tabs.postMessage(told);

interface TabListener {
  readonly current: () => OpenSession | undefined;
  readonly onSession: (session: OpenSession) => void;
  readonly onOut: (user: string) => void;
}

/** Answers tabs that ask who is signed in here, and hears of what changes elsewhere. */
export function hearTabs({ current, onSession, onOut }: TabListener): void {
  tabs.addEventListener("message", ({ data }: MessageEvent<Told>) => {
    const session = current();
    if ("session" in data) onSession(data.session);
    else if ("out" in data) onOut(data.out);
    else if (session) tellTabs({ session });
  });
}

let hide: (() => void) | undefined;

/** Lets other tabs see whether somebody is signed in here: by a lock, which is gone with the tab. */
export function showSignedIn(isIn: boolean): void {
  if (isIn === (hide !== undefined)) return;
  hide?.();
  hide = undefined;
  if (!isIn) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  hide = resolve;
  void navigator.locks.request(SIGNED_IN, { mode: "shared" }, async () => promise);
}

/** The first such session of a tab that is open beside this one; none as soon as each of those has answered. */
export async function sessionElsewhere(
  isWanted: (session: OpenSession) => boolean,
): Promise<OpenSession | undefined> {
  let silent = (await tabsSignedIn()) - (hide ? 1 : 0);
  if (silent <= 0) return undefined;
  return new Promise((resolve) => {
    const end = (session?: OpenSession): void => {
      tabs.removeEventListener("message", hear);
      resolve(session);
    };
    const hear = ({ data }: MessageEvent<Told>): void => {
      if (!("session" in data)) return;
      silent -= 1;
      if (isWanted(data.session)) end(data.session);
      else if (silent === 0) end();
    };
    tabs.addEventListener("message", hear);
    tellTabs({ ask: true });
    setTimeout(end, OTHER_TABS_MS);
  });
}

async function tabsSignedIn(): Promise<number> {
  const { held = [] } = await navigator.locks.query();
  return held.filter(({ name }) => name === SIGNED_IN).length;
}
