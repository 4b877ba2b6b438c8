import { currentSession, forgetToken } from "../session/session.ts";
import { ProblemError, problemOf } from "./problem.ts";

export interface Call {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  readonly body?: object;
  /** The same key again is the same request again: it is done once. */
  readonly key?: string | undefined;
  readonly version?: number;
  readonly accept?: string;
  readonly after?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks for something below `/api/{user_id}`; a token that was refused is renewed once. */
export async function call(path: string, asked: Call = {}): Promise<Response> {
  const answer = await attempt(path, asked);
  if (answer.ok) return answer;
  if (answer.status !== 401) throw await problemOf(answer);
  forgetToken();
  const second = await attempt(path, asked);
  if (!second.ok) throw await problemOf(second);
  return second;
}

/** The same, and its JSON. */
export const ask = async <Answer>(path: string, asked?: Call): Promise<Answer> =>
  (await (await call(path, asked)).json()) as Answer;

async function attempt(path: string, asked: Call): Promise<Response> {
  const { user_id: user, token } = await currentSession();
  const { method = "GET", body, signal } = asked;
  return fetch(`/api/${encodeURIComponent(user)}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headersOf(asked) },
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ProblemError(0, String(error));
  });
}

const headersOf = ({ body, key, version, accept, after }: Call): Record<string, string> => ({
  ...(body && { "content-type": "application/json" }),
  ...(key !== undefined && { "idempotency-key": key }),
  ...(version !== undefined && { "if-match": `"${version}"` }),
  ...(accept !== undefined && { accept }),
  ...(after !== undefined && { "last-event-id": after }),
});
