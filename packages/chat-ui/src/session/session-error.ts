import { problemOf, ProblemError } from "../api/problem.ts";

/** Nobody is signed in here, and why, if that is known. */
export class SignedOut extends ProblemError {
  constructor(why = "") {
    super(401, why);
  }
}

/** Why an answer is none, to whoever wanted to sign in: `SignedOut` where what they brought does not hold. */
export async function refusalOf(answer: Response): Promise<ProblemError> {
  const problem = await problemOf(answer);
  return problem.status === 401 ? new SignedOut(problem.message) : problem;
}
