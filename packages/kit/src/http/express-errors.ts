import { AppError } from "@todo-mesh/ports";
import { isError } from "../log/is-error.ts";
import { HttpError } from "./http-error.ts";

type Translate = (error: Error) => AppError;

const invalid =
  (message: string, status?: number): Translate =>
  (cause) =>
    status === undefined
      ? new AppError("invalid", message, { cause })
      : new HttpError("invalid", message, { status, cause });

// The `type` that body-parser gives its errors.
const BODY_ERRORS = new Map<unknown, Translate>(
  Object.entries<Translate>({
    "entity.parse.failed": (cause) => new AppError("invalid", notJson(cause), { cause }),
    "entity.too.large": (cause) => new AppError("too-large", "The body is too large", { cause }),
    "request.aborted": invalid("The request broke off before its end"),
    "request.size.invalid": invalid("The body is not as long as Content-Length says"),
    "encoding.unsupported": invalid("Send the body without a Content-Encoding", 415),
    "charset.unsupported": invalid("Send the body in UTF-8", 415),
  }),
);

/** What Express, its router and its body parser throw, in our words; anything else as it is. */
export function fromExpress(error: unknown): unknown {
  if (!isError(error) || error instanceof AppError) return error;
  const translate = translatorOf(error);
  return translate === undefined ? error : translate(error);
}

// Only what `http-errors` made has `expose`: the status of a failed call to somebody else says nothing about this request.
function translatorOf(error: Error): Translate | undefined {
  const status = "status" in error ? Number(error.status) : 500;
  if (error.name === "URIError" && status === 400) return badAddress;
  if (!("expose" in error) || status >= 500) return undefined;
  return status === 404 ? noSuchFile : bodyError(error);
}

function bodyError(error: Error): Translate {
  return ("type" in error ? BODY_ERRORS.get(error.type) : undefined) ?? unreadable;
}

const badAddress = invalid("The address is not well-formed: look at its % signs");
const unreadable = invalid("The request cannot be read");
const noSuchFile: Translate = (cause) =>
  new AppError("not-found", "There is no such file", { cause });

function notJson({ message }: Error): string {
  const position = /position (\d+)/.exec(message)?.[1];
  return `The body is not a JSON object or array${position ? `: look at character ${position}` : ""}`;
}
