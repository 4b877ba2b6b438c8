import { z } from "zod";

// Spaces at the ends of a header are not part of it.
const KEY = /^[!-~]([ -~]{0,198}[!-~])?$/;
const MATCH = /^(\*|(W\/)?"\d{1,15}")$/;

const idempotencyKey = z
  .string()
  .regex(KEY)
  .optional()
  .meta({
    param: { id: "IdempotencyKey" },
    description:
      "The same request with the same key gets the same answer for 24 hours, and nothing is done again; another body or another route gets 422.",
    examples: ["7d8f3c1e-add-the-plants"],
  });
const ifMatch = z
  .string()
  .regex(MATCH)
  .optional()
  .meta({
    param: { id: "IfMatch" },
    description: "Only if it still has this version, as its `ETag` gave it; else 412.",
    examples: ['"1"'],
  });
const lastEventId = z
  .string()
  .optional()
  .meta({
    param: { id: "LastEventId" },
    description: "The `id` of the last event that was heard: go on behind it.",
    examples: ["019aab2a-5c0e-7a3b-9d1f-2f6c8f0b7a11"],
  });

const prefer = z
  .string()
  .optional()
  .meta({
    param: { id: "Prefer" },
    description:
      "`wait=10`: how many seconds to wait, at most, while the answer before this is still being given (RFC 7240); 30 if it is not said, 60 at most, and `wait=0` to be refused at once.",
    examples: ["wait=10"],
  });

/** Headers that a request may bring. */
export const ONCE = z.object({ "Idempotency-Key": idempotencyKey });
export const ONCE_AND_WAIT = ONCE.extend({ Prefer: prefer });
export const ONCE_IF_MATCH = ONCE.extend({ "If-Match": ifMatch });
export const RESUME = z.object({ "Last-Event-ID": lastEventId });

const etag = z
  .string()
  .regex(/^"\d+"$/)
  .meta({ header: { id: "ETag" }, description: "The version.", examples: ['"1"'] });
const location = z.string().meta({
  header: { id: "Location" },
  description: "Where the new task is found.",
  examples: ["/api/ada/tasks/019aab2a-5bf2-7e61-8c2d-0a1b2c3d4e5f"],
});
const retryAfter = z
  .string()
  .regex(/^\d+$/)
  .meta({
    header: { id: "RetryAfter" },
    description: "Ask again after so many seconds.",
    examples: ["1"],
  });
const wwwAuthenticate = z.string().meta({
  header: { id: "WWWAuthenticate" },
  description: "How to sign in (RFC 6750).",
  examples: ['Bearer realm="todo-mesh", error="invalid_token"'],
});

/** Headers that an answer has. */
export const VERSIONED = z.object({ ETag: etag });
export const NEW_AND_VERSIONED = VERSIONED.extend({ Location: location });
export const LATER = z.object({ "Retry-After": retryAfter });
export const CHALLENGE = z.object({ "WWW-Authenticate": wwwAuthenticate });
