import { useSyncExternalStore } from "react";
import { forgetLast } from "../offline/last-state.ts";
import { signIn, takeCode } from "./link.ts";
import {
  forgetSession,
  keepSession,
  keptIdToken,
  keptRenewal,
  type OpenSession,
  userBefore,
} from "./open-session.ts";
import { SignedOut } from "./session-error.ts";
import { hearTabs, sessionElsewhere, showSignedIn, tellTabs } from "./tabs.ts";

// What needs a provider comes where people have one.
const provider = () => import("./provider.ts");

const RENEW_BEFORE_MS = 60_000;
const CHANGED = new EventTarget();

let session: OpenSession | undefined;
/** Whose page this is, also when they are not signed in any more. */
let user = userBefore();
let renewAt = 0;
let isOut = false;
let underWay: Promise<OpenSession> | undefined;

hearTabs({
  current: () => (session && session.expires_at > new Date().toISOString() ? session : undefined),
  onSession: (other) => {
    const isNewer = !session || other.expires_at > session.expires_at;
    if (other.user_id === user && isNewer) take(other);
  },
  onOut: (who) => {
    if (who === user) void leave("/");
  },
});

/** The session of this tab: by what its address brings, by that of before a reload, or by another tab's. */
export async function currentSession(): Promise<OpenSession> {
  if (session && Date.now() < renewAt) return session;
  return (underWay ??= begin().finally(() => (underWay = undefined)));
}

/** The token was refused: the next request begins with another one. */
export function forgetToken(): void {
  renewAt = 0;
}

/** Whether whoever looks at this page is not signed in any more: another tab of theirs can mend that. */
export const useIsOut = (): boolean => useSyncExternalStore(hearChange, () => isOut);

/** Ends the session here, in all tabs, and with the provider, if there is one. */
export async function signOut(): Promise<void> {
  // Whatever comes of it elsewhere, whoever signs out is signed out here.
  const next = await endElsewhere().catch(() => "/");
  if (user !== undefined) tellTabs({ out: user });
  await leave(next);
}

async function endElsewhere(): Promise<string> {
  const id_token = keptIdToken();
  return id_token === undefined ? "/" : (await provider()).endSession(id_token, keptRenewal());
}

async function begin(): Promise<OpenSession> {
  const code = takeCode();
  if (code !== undefined) return keep(await signIn({ code }));
  const isBack = new URLSearchParams(location.search).has("state");
  const back = isBack ? await (await provider()).comeBack(location.href) : undefined;
  if (back) return keep(back);
  // A renewal of a provider counts once: two tabs must not bring the same one.
  return navigator.locks.request("todo-mesh-session", async () => renewed());
}

async function renewed(): Promise<OpenSession> {
  // While this tab waited another one may have told of its own.
  if (session && Date.now() < renewAt) return session;
  const renewal = keptRenewal();
  const other = await elsewhere(renewal);
  if (other) return take(other);
  try {
    if (renewal === undefined) throw new SignedOut();
    return keep(await renewBy(renewal));
  } catch (error) {
    if (error instanceof SignedOut) lose();
    throw error;
  }
}

/** What another tab has, where this one has nothing, or a renewal that may be spent: what that told may still be on its way. */
async function elsewhere(renewal: string | undefined): Promise<OpenSession | undefined> {
  if (renewal !== undefined && keptIdToken() === undefined) return undefined;
  return sessionElsewhere(
    (other) => other.renewal !== renewal && (user === undefined || other.user_id === user),
  );
}

async function renewBy(renewal: string): Promise<OpenSession> {
  const id_token = keptIdToken();
  if (id_token === undefined || user === undefined) return signIn({ renewal });
  return (await provider()).renew(renewal, { user_id: user, id_token });
}

function keep(opened: OpenSession): OpenSession {
  tellTabs({ session: opened });
  return take(opened);
}

function take(opened: OpenSession): OpenSession {
  session = opened;
  user = opened.user_id;
  const left = Date.parse(opened.expires_at) - Date.now();
  renewAt = Date.now() + Math.max(left - RENEW_BEFORE_MS, left / 2);
  keepSession(opened);
  showSignedIn(true);
  setOut(false);
  return opened;
}

function lose(): void {
  if (session) setOut(true);
  session = undefined;
  showSignedIn(false);
  forgetSession();
  void forgetLast();
}

async function leave(next: string): Promise<void> {
  session = undefined;
  sessionStorage.clear();
  await forgetLast();
  location.replace(next);
}

function setOut(now: boolean): void {
  isOut = now;
  CHANGED.dispatchEvent(new Event("change"));
}

function hearChange(heard: () => void): () => void {
  CHANGED.addEventListener("change", heard);
  return () => CHANGED.removeEventListener("change", heard);
}
