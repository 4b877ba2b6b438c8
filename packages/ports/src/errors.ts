import { type FieldError, isRefusal, type Refusal, type RefusalKind } from "@todo-mesh/contracts";

export type { FieldError };
export type ErrorKind = RefusalKind | "bug";

/** A failure we understand. `kind` decides what each edge does with it; the message is safe to show. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly kind: ErrorKind;
  readonly fields: readonly FieldError[];

  constructor(
    kind: ErrorKind,
    message: string,
    options?: ErrorOptions & { fields?: readonly FieldError[] },
  ) {
    super(message, options);
    this.kind = kind;
    this.fields = options?.fields ?? [];
  }
}

/** Anything we did not foresee is a bug until someone gives it a name. */
export function kindOf(error: unknown): ErrorKind {
  return error instanceof AppError ? error.kind : "bug";
}

/** A refusal on its way out of a use case. */
export const errorOf = ({ kind, message, fields }: Refusal): AppError =>
  new AppError(kind, message, { fields });

/** What was asked for; a refusal is thrown. */
export function orThrow<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw errorOf(result);
  return result;
}
