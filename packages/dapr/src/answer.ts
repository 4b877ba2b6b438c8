import { AppError, type ErrorKind } from "@todo-mesh/ports";
import { z } from "zod";
import type { SidecarAnswer } from "./sidecar.ts";

/** How the sidecar itself says no; what it passes on from others has no `errorCode`. */
const SidecarError = z.object({ errorCode: z.string(), message: z.string() });

export const succeeded = ({ status }: SidecarAnswer): boolean => status >= 200 && status < 300;

/** The sidecar's own error code (`ERR_…`), if this is its own refusal. */
export function errorCodeOf({ text }: SidecarAnswer): string | undefined {
  return SidecarError.safeParse(jsonOf(text)).data?.errorCode;
}

/** An error that says in public what could not be done, and keeps the sidecar's words for the log. */
export function refusal(answer: SidecarAnswer, message: string, kind: ErrorKind = "unavailable") {
  const own = SidecarError.safeParse(jsonOf(answer.text)).data;
  const words = own ? `${own.errorCode} ${own.message}` : answer.text;
  const cause = new Error(`The Dapr sidecar answered ${answer.status}: ${words.slice(0, 300)}`);
  return new AppError(kind, message, { cause });
}

/** What the sidecar answered, if it is what was asked for; nonsense is `unavailable`. */
export function readAnswer<Output>(schema: z.ZodType<Output>, { text }: SidecarAnswer): Output {
  const result = schema.safeParse(jsonOf(text));
  if (result.success) return result.data;
  throw new AppError("unavailable", "The Dapr sidecar gave an answer that makes no sense", {
    cause: result.error,
  });
}

/** The value a text stands for; undefined where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
