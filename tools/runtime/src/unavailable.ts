/** A part cannot be made present; the message alone tells a person what is missing or what failed. */
export class RuntimeUnavailable extends Error {
  override readonly name = "RuntimeUnavailable";
}

/** Like `Promise.all`, but waits for all of them, and all that is missing is told in one go. */
export async function allOf<Work extends readonly unknown[] | []>(
  work: Work,
): Promise<{ -readonly [Key in keyof Work]: Awaited<Work[Key]> }> {
  const outcomes = await Promise.allSettled(work);
  const failures = outcomes.flatMap((outcome): unknown[] =>
    outcome.status === "rejected" ? [outcome.reason] : [],
  );
  const missing = failures.filter((failure) => failure instanceof RuntimeUnavailable);
  if (missing.length > 1 && missing.length === failures.length)
    throw new RuntimeUnavailable(missing.map(({ message }) => message).join("\n"));
  if (failures.length > 0) throw failures[0];
  return Promise.all(work);
}
