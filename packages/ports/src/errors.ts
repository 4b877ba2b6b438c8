export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "stale"
  | "key-reused"
  | "too-large"
  | "too-many"
  | "unavailable"
  | "bug";

/** One field of a request that is at fault, in dots: `due.timezone`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

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
