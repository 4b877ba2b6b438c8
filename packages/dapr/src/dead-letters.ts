import { DEAD_LETTER_HEADERS, deadLettersOf } from "@todo-mesh/contracts/events";
import type { ErrorKind } from "@todo-mesh/ports";
import { publishInBulk, publishPath } from "./bulk-publish.ts";
import type { Sidecar } from "./sidecar.ts";

/** An event that was refused for good. */
export interface DeadLetter {
  /** Where it came from; it goes to `{topic}.dlq`. */
  readonly topic: string;
  readonly key: string | undefined;
  /** Byte for byte as it came. */
  readonly body: Uint8Array;
  readonly kind: ErrorKind;
  /** Why, in words for whoever looks at it later. */
  readonly reason: string;
}

/** Keeps what was refused. Resolves once every letter is safe; `unavailable` if one is not. */
export type DeadLetters = (letters: readonly DeadLetter[]) => Promise<void>;

// What the broker takes, less its own share and the headers. More than that is cut, and says so.
const MAX_BYTES = 1_000_000;
const MAX_REASON = 500;

/**
 * Puts letters on `{topic}.dlq` under the key they had, with the headers `dead_letter_kind`,
 * `dead_letter_reason` and, when only the first megabyte is left, `dead_letter_cut`.
 */
export function daprDeadLetters(sidecar: Sidecar, { pubsub }: { pubsub: string }): DeadLetters {
  return async (letters) => {
    for (const [topic, onTopic] of Map.groupBy(letters, (letter) => letter.topic)) {
      const path = publishPath("publish/bulk", pubsub, deadLettersOf(topic));
      await publishInBulk(
        sidecar,
        path,
        onTopic.map(entryOf),
        "The dead letters could not be kept",
      );
    }
  };
}

function entryOf({ key, body, kind, reason }: DeadLetter, position: number): string {
  const cut = body.byteLength > MAX_BYTES;
  return JSON.stringify({
    entryId: String(position),
    event: Buffer.from(cut ? body.subarray(0, MAX_BYTES) : body).toString("base64"),
    contentType: "application/octet-stream",
    metadata: {
      ...(key !== undefined && { partitionKey: key }),
      [DEAD_LETTER_HEADERS.kind]: kind,
      [DEAD_LETTER_HEADERS.reason]: reason.slice(0, MAX_REASON),
      ...(cut && { [DEAD_LETTER_HEADERS.cut]: "true" }),
    },
  });
}
