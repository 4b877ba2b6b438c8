import type { Session, SignInRequest } from "@todo-mesh/contracts";
import { unreached } from "../api/problem.ts";
import { refusalOf } from "./session-error.ts";

/** Signs in on one machine, by the code of a link, or goes on from there. */
export async function signIn(request: SignInRequest): Promise<Session> {
  const answer = await fetch("/sign-in", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  }).catch(unreached);
  if (!answer.ok) throw await refusalOf(answer);
  return (await answer.json()) as Session;
}

/** The code of the link, if it was opened. It counts once, so it must not stay in the address, nor in the history. */
export function takeCode(): string | undefined {
  const code = new URLSearchParams(location.hash.slice(1)).get("code") ?? undefined;
  if (code !== undefined) history.replaceState(null, "", location.pathname + location.search);
  return code;
}
