import type { Problem } from "@todo-mesh/contracts";
import { words } from "../words/words.ts";

/** What was refused, in a sentence that can be shown. `status` 0: nobody was reached. */
export class ProblemError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Thrown in the place of what the browser says where nobody was reached. */
export function unreached(error: unknown): never {
  throw new ProblemError(0, String(error));
}

export async function problemOf(answer: Response): Promise<ProblemError> {
  const said = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  return new ProblemError(answer.status, said.detail ?? said.title ?? answer.statusText);
}

/** Whether nobody answered at all. */
export const isUnreached = (error: unknown): boolean =>
  error instanceof ProblemError && error.status === 0;

/** Whether there is no such thing, or no more. */
export const isMissing = (error: unknown): boolean =>
  error instanceof ProblemError && error.status === 404;

// Of a gateway whose server is away, or of one that goes.
const AWAY = [0, 502, 503, 504];

/** Whether it is worth asking again: the line broke, nobody answered, or nobody who could. */
export const isPassing = (error: unknown): boolean =>
  !(error instanceof ProblemError) || AWAY.includes(error.status);

/** Why something failed, in words for people. */
export const reasonOf = (error: unknown): string =>
  !isUnreached(error) && error instanceof ProblemError
    ? error.message || words.signIn.heading
    : words.state.unreachable;
