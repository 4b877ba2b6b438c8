import { refusal, succeeded } from "./answer.ts";
import type { Sidecar } from "./sidecar.ts";

// The sidecar refuses a body over 4 MiB; an entry may be 1.4 MB (1 MB in base64).
const MAX_CALL_ENTRIES = 100;
const MAX_CALL_BYTES = 2_000_000;

/** Path of a publishing call. Raw, because otherwise the sidecar replaces each event's own traceparent. */
export const publishPath = (
  how: "publish" | "publish/bulk",
  pubsub: string,
  topic: string,
): string =>
  `/v1.0/${how}/${encodeURIComponent(pubsub)}/${encodeURIComponent(topic)}?metadata.rawPayload=true`;

/** Publishes entries, written as JSON, in order, in as many calls as it takes; the first call that fails is the last. */
export async function publishInBulk(
  sidecar: Sidecar,
  path: string,
  entries: readonly string[],
  failure: string,
): Promise<void> {
  for (const body of bodiesOf(entries)) {
    const answer = await sidecar.send({ method: "POST", path, body });
    if (!succeeded(answer)) throw refusal(answer, failure);
  }
}

function bodiesOf(entries: readonly string[]): string[] {
  const calls: string[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry);
    const last = calls.at(-1);
    if (last && last.length < MAX_CALL_ENTRIES && bytes + size <= MAX_CALL_BYTES) last.push(entry);
    else {
      calls.push([entry]);
      bytes = 0;
    }
    bytes += size;
  }
  return calls.map((call) => `[${call.join(",")}]`);
}
