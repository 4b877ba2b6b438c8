import { ProblemError } from "../api/problem.ts";

/** Nobody is signed in here, and why, if that is known. */
export class SignedOut extends ProblemError {
  constructor(why = "") {
    super(401, why);
  }
}
