import type { OpenSession } from "./open-session.ts";

/** What the tabs of one browser tell each other of who is signed in. */
type Told =
  | { readonly ask: true }
  | { readonly session: OpenSession }
  /** This person signed out: in all tabs. */
  | { readonly out: string };

const OTHER_TABS_MS = 250;
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

/** The first such session of a tab that is open beside this one. */
export async function sessionElsewhere(
  isWanted: (session: OpenSession) => boolean,
): Promise<OpenSession | undefined> {
  return new Promise((resolve) => {
    const end = (session?: OpenSession): void => {
      tabs.removeEventListener("message", hear);
      resolve(session);
    };
    const hear = ({ data }: MessageEvent<Told>): void => {
      if ("session" in data && isWanted(data.session)) end(data.session);
    };
    tabs.addEventListener("message", hear);
    tellTabs({ ask: true });
    setTimeout(end, OTHER_TABS_MS);
  });
}
