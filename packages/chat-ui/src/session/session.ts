import type { PageConfig, Session, SignInRequest } from "@todo-mesh/contracts";
import { problemOf, ProblemError } from "../api/problem.ts";
import { forgetLast } from "../offline/last-state.ts";

/** Nobody is signed in here, and why, if that is known. */
export class SignedOut extends ProblemError {
  constructor(why = "") {
    super(401, why);
  }
}

const RENEWAL = "renewal";
const USER = "user";
const RENEW_BEFORE_MS = 60_000;
const OTHER_TABS_MS = 250;

const otherTabs = new BroadcastChannel("todo-mesh-session");
let session: Session | undefined;
let underWay: Promise<Session> | undefined;

// A tab that was opened from another one is signed in as that is.
otherTabs.addEventListener("message", ({ data }: MessageEvent<{ ask?: true }>) => {
  const renewal = sessionStorage.getItem(RENEWAL);
  if (data.ask && session && renewal) otherTabs.postMessage({ renewal });
});

/** The session of this tab: by the code in its address, by that of before a reload, or by another tab's. */
export async function currentSession(): Promise<Session> {
  if (session && Date.parse(session.expires_at) - Date.now() > RENEW_BEFORE_MS) return session;
  return (underWay ??= begin().finally(() => (underWay = undefined)));
}

/** Whoever was signed in here before a reload, for as long as nobody has said that they are not any more. */
export const userBefore = (): string | undefined => sessionStorage.getItem(USER) ?? undefined;

/** The token was refused: the next request begins with another one. */
export function forgetToken(): void {
  session = undefined;
}

async function begin(): Promise<Session> {
  const code = takeCode();
  if (code !== undefined) return keep(await signIn({ code }));
  const renewal = sessionStorage.getItem(RENEWAL) ?? (await renewalOfAnotherTab());
  if (renewal === undefined) throw new SignedOut();
  return keep(await signIn({ renewal }));
}

function keep(opened: Session): Session {
  session = opened;
  sessionStorage.setItem(RENEWAL, opened.renewal);
  sessionStorage.setItem(USER, opened.user_id);
  return opened;
}

// It counts once, so it must not stay in the address, nor in the history.
function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get("code") ?? undefined;
  if (code !== undefined) history.replaceState(null, "", location.pathname + location.search);
  return code;
}

async function signIn(request: SignInRequest): Promise<Session> {
  const answer = await fetch("/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  }).catch((error: unknown) => {
    throw new ProblemError(0, String(error));
  });
  if (answer.ok) return (await answer.json()) as Session;
  const problem = await problemOf(answer);
  if (problem.status !== 401) throw problem;
  sessionStorage.removeItem(RENEWAL);
  sessionStorage.removeItem(USER);
  void forgetLast();
  throw new SignedOut(problem.message);
}

async function renewalOfAnotherTab(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const end = (renewal?: string): void => {
      otherTabs.removeEventListener("message", hear);
      resolve(renewal);
    };
    const hear = ({ data }: MessageEvent<{ renewal?: string }>): void => {
      if (data.renewal !== undefined) end(data.renewal);
    };
    otherTabs.addEventListener("message", hear);
    otherTabs.postMessage({ ask: true });
    setTimeout(end, OTHER_TABS_MS);
  });
}

/** How people sign in on this mesh. */
export async function readConfig(): Promise<PageConfig> {
  const answer = await fetch("/config.json");
  if (!answer.ok) throw new ProblemError(answer.status, answer.statusText);
  return (await answer.json()) as PageConfig;
}
