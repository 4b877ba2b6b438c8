import { AppError, type ErrorKind, type FieldError } from "@todo-mesh/ports";

interface HttpAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fields?: readonly FieldError[];
  readonly cause?: unknown;
}

/** An AppError that knows more of its HTTP answer than its kind says: another status, headers of its own. */
export class HttpError extends AppError {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(kind: ErrorKind, message: string, answer: HttpAnswer) {
    super(kind, message, { cause: answer.cause, fields: answer.fields ?? [] });
    this.status = answer.status;
    this.headers = answer.headers ?? {};
  }
}
