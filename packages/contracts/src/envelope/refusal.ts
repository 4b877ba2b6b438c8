const KINDS = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not-found",
  "conflict",
  "stale",
  "key-reused",
  "too-large",
  "too-many",
  "unavailable",
] as const;

export type RefusalKind = (typeof KINDS)[number];

/** One field of a request that is at fault, in dots: `due.timezone`. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** No, as data: its kind, a sentence that is safe to show, and each field that is at fault. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly message: string;
  readonly fields: readonly FieldError[];
}

export const refuse = (
  kind: RefusalKind,
  message: string,
  fields: readonly FieldError[] = [],
): Refusal => ({ kind, message, fields });

/** `invalid`, for the fields that are at fault. */
export const atFault = (...fields: readonly FieldError[]): Refusal =>
  refuse("invalid", fields.map(({ field, message }) => `${field}: ${message}`).join("; "), fields);

/** The fields of a refusal, as those of what it is a part of. */
export const fieldsWithin = (name: string, { fields }: Pick<Refusal, "fields">): FieldError[] =>
  fields.map(({ field, message }) => ({ field: `${name}.${field}`, message }));

/** Why, without the names of fields: for a sentence to somebody who sees none. */
export const reasonOf = ({ message, fields }: Pick<Refusal, "message" | "fields">): string =>
  fields.map((each) => each.message).join("; ") || message;

const ALL: ReadonlySet<unknown> = new Set(KINDS);

/** Tells a refusal from what stands in its place when nothing is wrong. No such thing has a `kind` of these names. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "kind" in value && ALL.has(value.kind);
